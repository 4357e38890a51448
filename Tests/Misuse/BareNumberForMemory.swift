import LabLanguage
import LabModel

let host = ProxmoxHost(
  "pve2", at: lan["192.168.10.22"], cores: 16,
  memory: 64)  // expected-error {{cannot convert value of type 'Int' to expected argument type 'DataSize'}}
