import LabLanguage
import LabModel
import Systems

let api = LoadBalancer("api", vip: lan["192.168.10.250"], fencing: .waived(because: "an example")) {
  pve1  // expected-error {{only machines stand in a LoadBalancer: VMs or bare-metal hosts}}
}
