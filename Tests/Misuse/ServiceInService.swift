import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  database  // expected-error {{only Container, Volume and Alert stand in a Service; declare this in the lab}}
}
