import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    lan["192.168.10.30"]  // expected-error {{an address belongs to a thing}}
  }
}
