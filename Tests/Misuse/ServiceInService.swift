import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  database  // expected-error {{only parts such as Container and Volume stand in a Service; declare this in the lab}}
}
