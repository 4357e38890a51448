import CMarkGFM
import Synchronization

/// Reads Markdown through libcmark-gfm: tables, task lists, strikethrough and bare links are understood, raw HTML is
/// left out.
public enum MarkdownReader {
  /// Why a text cannot be read.
  public enum Failure: Error, Hashable {
    /// Quotes and lists are nested deeper than ``deepestNesting``, at this line.
    case nestedTooDeeply(line: Int)
  }

  /// How deep quotes, lists and stress may be nested.
  public static let deepestNesting = 60

  /// The extensions switch special characters on and off in a table of the whole process.
  private static let lock = Mutex(())
  private static let extensionNames = ["table", "strikethrough", "tasklist", "autolink"]
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The blocks of a text, without steps: every code block is example code.
  ///
  /// - Throws: ``Failure`` for a text nested too deeply.
  public static func blocks(of text: String) throws -> [MarkdownBlock] {
    try blocks(of: text, heading: { _ in }, code: { .code(language: $0.language, text: $0.text) })
  }

  /// The blocks of a text, in its order.
  ///
  /// - Parameters:
  ///   - text: The Markdown.
  ///   - heading: Is told the words of each heading as it is passed.
  ///   - code: Says what each code block becomes.
  /// - Returns: The blocks.
  /// - Throws: ``Failure`` for a text nested too deeply.
  static func blocks(
    of text: String, heading: @escaping (String) -> Void, code: @escaping (CodeBlock) -> MarkdownBlock
  ) throws -> [MarkdownBlock] {
    try lock.withLock { _ in
      _ = registered
      guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
      defer { cmark_parser_free(parser) }
      for name in extensionNames {
        if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
      }
      var copy = text
      copy.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      }
      guard let document = cmark_parser_finish(parser) else { return [] }
      defer { cmark_node_free(document) }
      let conversion = MarkdownConversion(heading: heading, code: code)
      return try conversion.blocks(under: document, depth: 0)
    }
  }
}
