import LabLanguage
import LabModel

let host = ProxmoxHost(
  "pve2",
  at: "192.168.10.22",  // expected-error {{cannot convert value of type 'String' to expected argument type 'NetworkAddress'}}
  cores: 16, memory: .gib(64))
