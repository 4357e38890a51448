/// What a path below a folder looks like.
enum BuildPath {
  /// Whether a path is relative, leads nowhere upwards and has no empty part.
  static func isBelow(_ path: String) -> Bool {
    !path.utf8.contains(0)
      && !path.utf8.split(separator: slash, omittingEmptySubsequences: false)
        .contains { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
  }

  /// The folders above a file, the outermost first.
  static func folders(above file: String) -> [String] {
    file.utf8.indices.filter { file.utf8[$0] == slash }.map { String(file[..<$0]) }
  }

  private static let slash = UInt8(ascii: "/")
}
