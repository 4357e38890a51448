import Diagnostics

/// Prints `nginx.conf` and its parts: directives with arguments, and blocks of directives.
public enum NginxConfig {
  /// One word of a directive.
  ///
  /// A literal stands for itself, `$variables` included: `"$host"`. Text that is not a literal goes through
  /// ``text(_:)``, because nginx has no way to write a dollar sign that does not begin a variable.
  public struct Argument: Sendable, Hashable, ExpressibleByStringLiteral {
    let value: String
    let mayHoldVariables: Bool

    /// A word of the program's own, variables allowed.
    public init(stringLiteral value: StaticString) {
      self.value = value.description
      mayHoldVariables = true
    }

    private init(_ value: String) {
      self.value = value
      mayHoldVariables = false
    }

    /// Text that comes from elsewhere; it is read as exactly this text, and refused if it has a dollar sign.
    public static func text(_ value: String) -> Argument { Argument(value) }

    /// A number.
    public static func number(_ value: Int) -> Argument { Argument(String(value)) }
  }

  /// One directive: `listen 6443;`, or with a block: `server { ... }`.
  public struct Directive: Sendable, Hashable {
    /// Its name and its arguments.
    public var words: [Argument]
    /// What stands in its braces; nil for a directive that ends with a semicolon.
    public var block: [Directive]?
    /// Where it comes from.
    public var origin: SourceLocation?
    /// What else it depends on.
    public var others: [SourceLocation] = []
    /// Printed above it.
    public var comment: String?

    /// Makes a directive.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - arguments: The words after the name.
    ///   - block: What stands in its braces.
    ///   - origin: Where it comes from; nil for where the directive around it comes from.
    ///   - others: What else it depends on.
    ///   - comment: Printed above it; may have several lines.
    public init(
      _ name: Argument, _ arguments: Argument..., block: [Directive]? = nil, from origin: SourceLocation? = nil,
      and others: [SourceLocation] = [], comment: String? = nil
    ) {
      words = [name] + arguments
      self.block = block
      self.origin = origin
      self.others = others
      self.comment = comment
    }
  }

  /// Prints directives.
  ///
  /// - Parameters:
  ///   - directives: What the file holds.
  ///   - header: Comment lines at its top, without their `#`.
  /// - Returns: The lines, indented by four spaces as in nginx's own documentation, with an empty line around blocks.
  /// - Throws: ``UnrepresentableValue`` for text that nginx cannot read back.
  public static func print(_ directives: [Directive], header: [String] = []) throws -> PrintedText {
    var out = TextWriter(origin: directives.first?.origin, indentWidth: 4)
    write(comment: header.joined(separator: "\n"), to: &out)
    try write(directives, to: &out)
    return out.printed
  }

  private static func write(_ directives: [Directive], to out: inout TextWriter) throws {
    for (index, directive) in directives.enumerated() {
      try out.from(directive.origin, and: directive.others) { out in
        if index > 0, directive.block != nil || directives[index - 1].block != nil { out.line() }
        write(comment: directive.comment ?? "", to: &out)
        let origin = out.origin
        let words = try directive.words.map { try quote($0, from: origin) }.joined(separator: " ")
        guard let block = directive.block else { return out.line(words + ";") }
        out.line(words + " {")
        try out.indented { try write(block, to: &$0) }
        out.line("}")
      }
    }
  }

  private static func write(comment: String, to out: inout TextWriter) {
    for line in CommentText.lines(of: comment) { out.line(line.isEmpty ? "#" : "# " + line) }
  }

  private static func quote(_ argument: Argument, from origin: SourceLocation?) throws -> String {
    let refused = { (reason: String) in
      UnrepresentableValue(format: "nginx.conf", value: argument.value, reason: reason, origin: origin)
    }
    if !argument.mayHoldVariables && argument.value.utf8.contains(UInt8(ascii: "$")) {
      throw refused("nginx would take what follows a dollar sign for a variable")
    }
    // nginx reads its files through a buffer of 4,096 bytes and refuses longer words.
    if argument.value.utf8.count > 2000 { throw refused("a word is longer than nginx reads") }
    let isPlain = argument.value.utf8.allSatisfy { byte in
      Ascii.isLetter(byte) || Ascii.isDigit(byte) || plainPunctuation.contains(byte)
    }
    if isPlain && !argument.value.isEmpty { return argument.value }
    var quoted = "\""
    for scalar in argument.value.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ", "\u{7F}": throw refused("it has a control character")
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static let plainPunctuation = Array(".:=_-/~^*+@%$,|?()&![]".utf8)
}
