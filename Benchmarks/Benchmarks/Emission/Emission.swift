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
    var start = processorTime
    let lab = generatedLab(services: services)
    let evaluated = processorTime - start
    start = processorTime
    let compilation = compile(lab, withPortal: false)
    let compiled = processorTime - start
    guard compilation.isAccepted else {
      print(compilation.diagnostics.prefix(3).map(\.message).joined(separator: "\n"))
      exit(1)
    }
    start = processorTime
    let outcome = try BuildFolder(arguments[2]).write(compilation.artifacts, lab: "generated")
    let written = processorTime - start
    print("CPU time: evaluate \(evaluated), check and emit \(compiled), write \(written): \(outcome)")
  }

  /// What the process has used of processors so far, which other programs on the machine do not change.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
