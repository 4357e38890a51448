/// Finds the files of Compose projects among paths of a command line.
enum ComposeFolders {
  /// What a project's files are called in a folder, the one that is taken first.
  private static let names = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"]
  private static let overrides = [
    "compose.override.yaml", "compose.override.yml", "docker-compose.override.yaml", "docker-compose.override.yml",
  ]

  /// The files of each project: those of one folder are laid over each other, a folder stands for its own.
  ///
  /// - Parameter paths: Files and folders.
  /// - Returns: The files of each project, in order.
  static func projects(of paths: [String]) -> [[String]] {
    var projects: [(folder: String, files: [String])] = []
    for path in paths {
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      if FileListing.isFolder(trimmed) == true {
        projects.append((trimmed, files(in: trimmed)))
        continue
      }
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      if let place = projects.firstIndex(where: { $0.folder == folder }) {
        projects[place].files.append(path)
      } else {
        projects.append((folder, [path]))
      }
    }
    return projects.map(\.files)
  }

  private static func files(in folder: String) -> [String] {
    let present = [names, overrides].compactMap { candidates in
      candidates.map { "\(folder)/\($0)" }.first { FileListing.isFolder($0) == false }
    }
    return present.isEmpty ? ["\(folder)/\(names[0])"] : present
  }
}
