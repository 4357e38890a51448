/// What a path below a folder looks like.
enum BuildPath {
  /// Whether a path is relative, leads nowhere upwards and has no empty part.
  static func isBelow(_ path: String) -> Bool {
    !path.split(separator: "/", omittingEmptySubsequences: false)
      .contains { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }
  }

  /// The folders above a file, the outermost first.
  static func folders(above file: String) -> [String] {
    file.indices.filter { file[$0] == "/" }.map { String(file[..<$0]) }
  }
}
