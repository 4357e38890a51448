import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    lan
    // expected-error@+1 {{a Container belongs in the braces of a Service, not directly in a lab}}
    Container("nginx:1.28.0")
  }
}
