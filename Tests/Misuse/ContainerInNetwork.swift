import LabLanguage
import LabModel

let guests = Network("guests", "192.168.20.0/24") {
  Container("nginx:1.28.0")  // expected-error {{only DHCP, MetalLBPool, Reserved and Route stand in a Network}}
}
