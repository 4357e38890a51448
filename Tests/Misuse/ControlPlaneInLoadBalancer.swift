import LabLanguage
import LabModel
import Systems

let api = LoadBalancer("api", vip: lan["192.168.10.250"], fencing: .waived(because: "an example")) {
  // expected-error@+1 {{ControlPlane, Worker and EtcdMember belong in the braces of a KubesprayCluster}}
  ControlPlane(km01)
}
