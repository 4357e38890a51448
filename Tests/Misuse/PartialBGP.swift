import LabLanguage
import LabModel
import Systems

let k8s = KubesprayCluster("k8s", release: "2.31.0", kubernetes: "1.35.4") { ControlPlane(km01) }
// expected-error@+1 {{missing argument for parameter 'localASN' in call}}
let udm = BGPPeer("udm", of: k8s, at: lan["192.168.10.1"], asn: 64513)
