import LabLanguage
import LabModel

struct Wrong: Lab {
  var body: [any Component] {
    lan
    // expected-error@+1 {{a NIC belongs in the braces of a VM, a BareMetalHost or a NAS}}
    NIC(lan["192.168.10.31"])
  }
}
