import LabLanguage
import LabModel

let dmz = Network("dmz", "192.168.30.0/24") {
  // expected-error@+1 {{only ranges and routes stand in a Network}}
  Router("udm", at: lan["192.168.10.1"])
}
