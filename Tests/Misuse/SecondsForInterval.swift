import LabLanguage
import LabModel

let wiki = Service("wiki", in: km01) {
  Container("wiki:2.5.0", port: 3000)
  // expected-error@+1 {{cannot convert value of type 'Int' to expected argument type 'Interval'}}
  Probe(.readiness, .http("/healthz"), every: 5)
}
