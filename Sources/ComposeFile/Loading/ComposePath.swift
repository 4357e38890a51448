/// Paths of a project: with slashes, relative to the project's folder, or absolute.
enum ComposePath {
  /// A path without `.` and without `..` where it can be resolved.
  static func normalized(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/\(joined)" : joined.isEmpty ? "." : joined
  }

  /// A path as seen from a folder; absolute paths and those that begin with `~` or a variable stay as they are.
  static func resolved(_ path: String, in folder: String) -> String {
    if path.isEmpty { return folder }
    if path.hasPrefix("/") { return normalized(path) }
    if path.hasPrefix("~") || path.hasPrefix("\\") || startsWithVariable(path) { return path }
    return normalized(folder == "." ? path : "\(folder)/\(path)")
  }

  private static func startsWithVariable(_ path: String) -> Bool {
    if case .variable? = Placeholder.pieces(of: path).first { true } else { false }
  }

  /// The folder that a file lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// Whether a name stands for something on another machine.
  static func isRemote(_ path: String) -> Bool {
    ["oci://", "https://", "http://", "git://", "ssh://", "git@"].contains { path.hasPrefix($0) }
      || path.hasPrefix("github.com/")
  }
}
