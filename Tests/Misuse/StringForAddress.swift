import LabLanguage
import LabModel

let host = ProxmoxHost(
  "pve2",
  // expected-error@+1 {{cannot convert value of type 'String' to expected argument type 'NetworkAddress'}}
  at: "192.168.10.22",
  cores: 16, memory: .gib(64))
