import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    // expected-error@+1 {{an Alert belongs in the braces of the Service that it watches}}
    Alert("Down", when: "up == 0", for: .minutes(5), severity: .critical, says: "down")
  }
}
