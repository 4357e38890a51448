import LabLanguage
import LabModel
import Systems

let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
  ControlPlane(km01)
  tank  // expected-error {{only ControlPlane, Worker and EtcdMember stand in a KubesprayCluster}}
}
