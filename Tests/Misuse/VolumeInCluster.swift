import LabLanguage
import LabModel
import Systems

let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
  // expected-error@+1 {{only ControlPlane, Worker and EtcdMember stand in a KubesprayCluster}}
  Volume("data", .gib(10), on: iscsi)
}
