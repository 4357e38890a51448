import LabLanguage
import LabModel

let web = BareMetalHost("web", at: lan["192.168.10.31"], cores: 4, memory: .gib(8), disk: .gib(100)) {
  // expected-error@+1 {{a further address stands in a NIC}}
  lan["192.168.10.32"]
}
