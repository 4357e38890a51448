import LabLanguage
import LabModel

struct Wrong: Lab {
  var body: [any Component] {
    lan
    // expected-error@+1 {{a Route belongs in the braces of the Network whose router takes it}}
    Route(to: "192.168.50.0/24", via: "192.168.10.5")
  }
}
