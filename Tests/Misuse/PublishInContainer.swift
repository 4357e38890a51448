import LabLanguage
import LabModel

let wiki = Service("wiki", in: km01) {
  Container("wiki:2.5.0", port: 3000) {
    // expected-error@+1 {{this part belongs in the braces of the Service, not of one of its containers}}
    Publish(80, to: 3000, as: .loadBalancer)
  }
}
