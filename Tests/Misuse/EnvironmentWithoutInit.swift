import LabLanguage
import LabModel

enum Stage: String, CaseIterable, Sendable { case staging, production }

// expected-error@+2 {{type 'Home' does not conform to protocol 'Lab'}}
// expected-note@+1 {{add stubs for conformance}}
struct Home: EnvironmentLab {
  let environment: Stage
  var body: [any Component] { lan }
}
