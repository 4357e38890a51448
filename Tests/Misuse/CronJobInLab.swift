import LabLanguage
import LabModel

struct Misplaced: Lab {
  var body: [any Component] {
    // expected-error@+1 {{this part belongs in the braces of a Service, not directly in a lab}}
    CronJob("0 3 * * *")
  }
}
