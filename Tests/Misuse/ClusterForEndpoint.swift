import LabLanguage
import LabModel
import Systems

let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") { ControlPlane(km01) }

let api = LoadBalancer("api", vip: lan["192.168.10.250"], fencing: .waived(because: "an example")) { km01 }
  // expected-error@+1 {{cannot convert value of type 'KubesprayCluster' to expected argument type 'Endpoint'}}
  .fronts(k8s)
