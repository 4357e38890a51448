import LabLanguage
import LabModel

// expected-error@+1 {{type 'Home' does not conform to protocol 'EnvironmentLab'}}
struct Home: EnvironmentLab {
  // expected-note@+1 {{if 'String' conformed to 'CaseIterable'}}
  let environment: String
  init() { environment = "production" }
  // expected-note@+1 {{if 'String' conformed to 'CaseIterable'}}
  init(environment: String) { self.environment = environment }
  var body: [any Component] { lan }
}
