import LabLanguage
import LabModel

let family = VPN("family", "10.99.0.0/24") {
  // expected-error@+1 {{only Site stands in a VPN}}
  lan
}
