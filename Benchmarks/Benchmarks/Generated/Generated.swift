import Foundation
import GeneratedLab
import Rackbook

/// The generated lab with a command line of its own, as any lab has one: what is measured is what a person waits for.
///
/// `SERVICES` in the environment says how many services it has; 1,000 unless said otherwise.
@main struct Generated: Lab {
  let domain = "lab.example"

  var body: [any Component] {
    return generatedThings(services: ProcessInfo.processInfo.environment["SERVICES"].flatMap(Int.init) ?? 1_000)
  }
}
