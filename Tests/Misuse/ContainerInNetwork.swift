import LabLanguage
import LabModel

let guests = Network("guests", "192.168.20.0/24") {
  Container("nginx:1.28.0")  // expected-error {{only DHCP and Reserved stand in a Network}}
}
