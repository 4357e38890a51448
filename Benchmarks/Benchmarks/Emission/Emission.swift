import Blueprint
import Compiler
import Documents
import Foundation
import GeneratedLab

/// Evaluates, checks and emits a generated lab, and writes its manifests: what a peer does too, in a process of its own.
///
/// Usage: `emission SERVICES FOLDER`.
@main enum Emission {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let services = Int(arguments[1]) else {
      print("usage: emission SERVICES FOLDER")
      exit(64)
    }
    let clock = ContinuousClock()
    var start = clock.now
    let lab = generatedLab(services: services)
    let evaluated = clock.now - start
    start = clock.now
    let compilation = compile(lab, withPortal: false)
    let compiled = clock.now - start
    guard compilation.isAccepted else {
      print(compilation.diagnostics.prefix(3).map(\.message).joined(separator: "\n"))
      exit(1)
    }
    start = clock.now
    let outcome = try BuildFolder(arguments[2]).write(compilation.artifacts, lab: "generated")
    let written = clock.now - start
    print("evaluate \(evaluated), check and emit \(compiled), write \(written): \(outcome)")
  }
}
