import LabLanguage
import LabModel

let web = BareMetalHost("web", at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20)) {
  // expected-error@+1 {{a further address stands in a NIC}}
  lan["192.168.10.32"]
}
