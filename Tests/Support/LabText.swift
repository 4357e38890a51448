/// A lab as text: Swift source in the lab's words, as documentation shows it and importers write it.
///
/// Each text is wrapped in a namespace of its own, so that many are compiled in one go: a declaration begins in the first
/// column, and a text has no extensions at top level. A text that declares a `struct ...: Lab` is that lab; in any other,
/// every value that is declared at top level and is a thing stands in the lab.
public struct LabText: Sendable {
  /// What errors call it, such as `RB0108-bad`: letters, digits and hyphens.
  public var name: String
  /// The Swift files, by name.
  public var files: [String: String]
  /// The lab's own runbooks, by path as in `runbooks/nas/restore.md`.
  public var runbooks: [String: String]

  /// Takes a text of one file.
  ///
  /// - Parameters:
  ///   - name: What errors call it: letters, digits and hyphens.
  ///   - source: The Swift file.
  ///   - runbooks: The lab's own runbooks, by path; none unless said otherwise.
  public init(_ name: String, _ source: String, runbooks: [String: String] = [:]) {
    self.init(name, files: ["\(name).swift": source], runbooks: runbooks)
  }

  /// Takes a text of several files.
  ///
  /// - Parameters:
  ///   - name: What errors call it: letters, digits and hyphens.
  ///   - files: The Swift files, by name.
  ///   - runbooks: The lab's own runbooks, by path; none unless said otherwise.
  public init(_ name: String, files: [String: String], runbooks: [String: String] = [:]) {
    self.name = name
    self.files = files
    self.runbooks = runbooks
  }
}
