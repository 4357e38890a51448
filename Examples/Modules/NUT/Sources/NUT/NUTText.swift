/// Lines of NUT's own configuration format.
struct NUTText {
  let lines: [String]

  static func nut(_ lines: [String]) -> NUTText { NUTText(lines: lines) }

  /// A value in quotes; a backslash goes before what would end it.
  static func quoted(_ text: String) -> String {
    let inner = text.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : $0.isNewline ? " " : String($0) }
    return "\"\(String(inner))\""
  }
}
