import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  // expected-error@+1 {{only parts such as Container and Volume stand in a Service; declare this in the lab and refer to it}}
  Network("web", "10.0.0.0/24")
}
