import Diagnostics

/// A file of one's own in the build folder, which Rackbook owns from then on like those that it makes.
///
/// ```swift
/// let readme = ExtraFile(
///   "readme", at: "README.md", because: "who finds the folder must know what it is", text: "The basement, as built.")
/// let renovate = ExtraFile("renovate", at: "renovate.json", because: "keeps images fresh", from: "files/renovate.json")
/// ```
///
/// Of a `.json` file it is checked that it is JSON; of any other only that it is UTF-8 text. Raises `RB0974`, `RB0975`
/// and `RB0982`.
public struct ExtraFile: Hatch {
  /// Where a file's content comes from.
  public enum Content: Sendable, Hashable {
    /// It stands in the lab.
    case text(String)
    /// It stands in a file of the lab's folder, by its path from there.
    case file(String)
  }

  /// The file's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Where it is written, below the build folder.
  public let path: String
  /// Why it is there.
  public let reason: String
  /// What stands in it.
  public let content: Content
  /// Whether it is a program.
  public let isExecutable: Bool

  /// Declares a file whose text stands in the lab.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - path: Where it is written, below the build folder; nothing else may be written there.
  ///   - reason: Why it is there, one phrase.
  ///   - text: What stands in it; a newline is added at its end where there is none.
  ///   - isExecutable: Whether it is a program; it is none unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at path: String, because reason: String, text: String, isExecutable: Bool = false,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(name, path, reason, .text(text), isExecutable, SourceLocation(file, line))
  }

  /// Declares a file whose content stands in a file of the lab's folder.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - path: Where it is written, below the build folder; nothing else may be written there.
  ///   - reason: Why it is there, one phrase.
  ///   - source: The path of the file from the lab's folder, such as `files/renovate.json`; it holds UTF-8 text.
  ///   - isExecutable: Whether it is a program; it is none unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at path: String, because reason: String, from source: String, isExecutable: Bool = false,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(name, path, reason, .file(source), isExecutable, SourceLocation(file, line))
  }

  private init(
    _ name: String, _ path: String, _ reason: String, _ content: Content, _ isExecutable: Bool,
    _ declared: SourceLocation
  ) {
    self.id = ThingID("extra-file", name)
    self.declared = declared
    self.path = path
    self.reason = reason
    self.content = content
    self.isExecutable = isExecutable
  }

  /// The file of the lab's folder that its content stands in, by its path from there; nil where the lab has it itself.
  public var copiedFrom: String? {
    if case .file(let source) = content { source } else { nil }
  }

  /// Where it is written.
  public var summary: String { "file of one's own, \(path)" }

  /// Why it is there, where it is written, where its content comes from.
  public var facts: [Fact] {
    var facts = [Fact("reason", "Why", reason), Fact("file", "File", path)]
    if let source = copiedFrom { facts.append(Fact("source", "Content from", source)) }
    return facts
  }
}
