import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Pool("fast", size: .tib(1))  // expected-error {{a Pool belongs in the braces of a NAS; a Service takes a Volume}}
}
