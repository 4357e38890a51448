import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    // expected-error@+1 {{a Reserved stretch belongs in the braces of a Network}}
    Reserved("printers", from: "192.168.10.60", to: "192.168.10.99")
  }
}
