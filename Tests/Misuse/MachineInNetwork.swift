import LabLanguage
import LabModel

let guests = Network("guests", "192.168.20.0/24") {
  km01  // expected-error {{a machine takes its address with at: network["..."]}}
}
