import LabLanguage
import LabModel

struct Wrong: Lab {
  var body: [any Component] {
    lan
    // expected-error@+1 {{this part belongs in the braces of a Service, not directly in a lab}}
    Deployment(replicas: 2)
  }
}
