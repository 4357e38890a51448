import Diagnostics

/// What became of a text.
public enum LabTextOutcome: Sendable {
  /// The Swift compiler refused it: its errors, as `line: message`.
  case refused([String])
  /// It compiled and was evaluated.
  case compiled(CompiledLab)
  /// Its program ended without an answer: what it printed.
  case crashed(String)

  /// The compiled lab, if it is one.
  public var lab: CompiledLab? {
    if case .compiled(let lab) = self { lab } else { nil }
  }
}

/// What Rackbook made of a lab that was given as text.
public struct CompiledLab: Sendable, Codable {
  /// The identities of all things, in order.
  public var things: [ThingID]
  /// What there is to say of the lab, in order, and then of writing its files.
  public var diagnostics: [Diagnostic]
  /// The files by path, without the portal; none where an error stopped the compilation.
  public var artifacts: [String: String]

  /// The codes of the diagnostics, each once, in order.
  public var codes: [String] { Set(diagnostics.map(\.code)).sorted() }
}
