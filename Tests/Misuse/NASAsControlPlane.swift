import LabLanguage
import LabModel
import Systems

let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
  ControlPlane(truenas)  // expected-error {{argument type 'TrueNAS' does not conform to expected type 'Machine'}}
}
