import LabLanguage
import LabModel
import Systems

let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
  km01  // expected-error {{say what the machine does in the cluster: ControlPlane(km01) or Worker(kube01)}}
}
