import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    lan
    Container("nginx:1.28.0")  // expected-error {{a Container belongs in the braces of a Service, not directly in a lab}}
  }
}
