import ArgumentParser
import Compiler
import LabLanguage

/// Which environment of a lab is meant.
struct EnvironmentOption: ParsableArguments {
  @Option(
    name: .customLong("environment"),
    help: "The environment that is meant, for a lab that has several; its own choice unless said otherwise.")
  var name: String?

  /// The lab for the environment that was asked for.
  ///
  /// - Throws: ``PlanFailure`` where the lab has no such environment.
  func instance<L: Lab>(of type: L.Type) throws(PlanFailure) -> L {
    guard let name else { return L() }
    guard let lab = L.lab(for: name) else { throw PlanFailure.noEnvironment(name, among: L.environmentNames) }
    return lab
  }
}
