import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    print("hello")  // expected-error {{only things such as Network, VM or Service stand in a lab}}
    lan
  }
}
