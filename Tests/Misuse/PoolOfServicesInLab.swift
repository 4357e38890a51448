import LabLanguage
import LabModel

struct Wrong: Lab {
  var body: [any Component] {
    lan
    // expected-error@+1 {{a MetalLBPool belongs in the braces of a Network}}
    MetalLBPool("services", from: "192.168.10.100", to: "192.168.10.150")
  }
}
