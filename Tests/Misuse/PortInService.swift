import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Port.tcp(80)  // expected-error {{a port belongs to a Container}}
}
