import Diagnostics

/// What was found in existing files, as declarations of a lab: the half-way between any source and Swift.
public struct ImportedLab: Sendable {
  /// The declarations in the order they are printed in.
  public var declarations: [ImportedDeclaration] = []
  /// What the sources state, for comparing sources with each other.
  public var facts: [ImportedFact] = []
  /// What became of every key.
  public var residue = Residue()
  /// What the person should know, assumptions among it.
  public var diagnostics: [Diagnostic] = []

  /// Nothing found yet.
  public init() {}

  /// Adds what another source held; a thing that both declare stands once, as the first declared it.
  public mutating func add(_ other: ImportedLab) {
    var present = Set(declarations.map(\.id))
    for declaration in other.declarations where present.insert(declaration.id).inserted {
      declarations.append(declaration)
    }
    facts += other.facts
    residue.add(other.residue)
    diagnostics += other.diagnostics
  }
}
