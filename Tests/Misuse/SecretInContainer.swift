import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Container("nginx:1.28.0", port: 80) {
    SecretReference("web", key: "password")  // expected-error {{a SecretReference belongs in an Environment}}
  }
}
