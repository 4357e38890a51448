import Blueprint
import Diagnostics
import LabModel
import Runbooks

/// What compiling a lab gave.
public struct Compilation: Sendable {
  /// The lab.
  public let lab: ResolvedLab
  /// What there is to say, in order.
  public let diagnostics: [Diagnostic]
  /// What is to be made; nil where an error stopped the compilation.
  public let blueprint: Blueprint?
  /// The runbooks, each tied to the thing it is for.
  public let runbooks: [ResolvedRunbook]
  /// The files; none where an error stopped the compilation.
  public let artifacts: [Artifact]

  init(
    lab: ResolvedLab, diagnostics: [Diagnostic], blueprint: Blueprint? = nil, runbooks: [ResolvedRunbook] = [],
    artifacts: [Artifact] = []
  ) {
    self.lab = lab
    self.diagnostics = diagnostics
    self.blueprint = blueprint
    self.runbooks = runbooks
    self.artifacts = artifacts
  }

  /// What goes round the language.
  public var hatches: HatchCount { HatchCount(lab) }

  /// What a build leaves behind for plans to compare with; nil where an error stopped the compilation.
  public var snapshot: Snapshot? { blueprint.map { Snapshot(of: $0) } }

  /// The files that a build writes: what was made, and the snapshot of the lab beside it.
  public var files: [Artifact] { artifacts + (snapshot.map { [$0.artifact] } ?? []) }

  /// Whether nothing stands against writing the files.
  public var isAccepted: Bool { blueprint != nil }
}
