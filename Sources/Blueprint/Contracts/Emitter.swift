import Diagnostics

/// Writes files for one tool from a blueprint.
///
/// An emitter is a pure function: it reads the blueprint, returns files, and touches nothing else. It knows its tool and
/// no system; a system knows resources and no emitter.
public protocol Emitter: Sendable {
  /// The tool's name in lower case, which is also the name of its folder: `terraform`.
  var name: String { get }

  /// The files.
  ///
  /// - Parameters:
  ///   - blueprint: What systems contributed.
  ///   - log: Where to say what cannot be emitted; an error stops the build before anything is written.
  /// - Returns: The files, in any order, each path once.
  func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact]

  /// How the tool itself checks the files.
  func verifications(of blueprint: Blueprint) -> [Verification]
}
