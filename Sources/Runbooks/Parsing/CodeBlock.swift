/// A code block as Markdown gives it.
struct CodeBlock {
  /// What stands after the opening fence; empty for indented code.
  var info: String
  /// The code, as the container's indentation leaves it.
  var text: String
  /// The lines it covers in the source, fences included.
  var lines: ClosedRange<Int>
  /// Whether it has fences, rather than an indentation.
  var isFenced: Bool

  /// The first word of the information string.
  var language: String {
    String(info.prefix { $0 != " " && $0 != "\t" && $0 != "{" })
  }
}
