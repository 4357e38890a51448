import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Container("nginx:1.28.0", port: 80) {
    // expected-error@+1 {{this part belongs in the braces of the Service, not of one of its containers}}
    Deployment(replicas: 2)
  }
}
