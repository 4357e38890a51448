import LabLanguage
import LabModel

let web = Service("web", in: km01) { Container("nginx:1.28.0", port: 80) }
  .needs(databse)  // expected-error {{cannot find 'databse' in scope}}
