import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    // expected-error@+1 {{a Volume belongs in the braces of a Service, not directly in a lab}}
    Volume("data", .gib(10), on: iscsi)
  }
}
