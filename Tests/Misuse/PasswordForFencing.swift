import LabLanguage
import LabModel
import Systems

let api = LoadBalancer(
  "api", vip: lan["192.168.10.250"],
  // expected-error@+1 {{cannot convert value of type 'String' to expected argument type 'SecretReference'}}
  fencing: .proxmox(password: "hunter2")
) { km01 }
