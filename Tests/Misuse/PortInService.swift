import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Port.tcp(80)  // expected-error {{only Container, Volume and Alert stand in a Service}}
}
