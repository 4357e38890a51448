import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  SecretReference("web", key: "password")  // expected-error {{a SecretReference belongs in an Environment}}
}
