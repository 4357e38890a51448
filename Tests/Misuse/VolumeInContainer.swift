import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Container("nginx:1.28.0", port: 80) {
    // expected-error@+1 {{a Volume belongs in the braces of the Service; the Container sees it with Mount}}
    Volume("data", .gib(10), on: iscsi)
  }
}
