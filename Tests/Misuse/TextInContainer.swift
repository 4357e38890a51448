import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Container("nginx:1.28.0", port: 80) {
    "TZ=Europe/Zurich"  // expected-error {{only parts such as Environment, Mount and Probe stand in a Container}}
  }
}
