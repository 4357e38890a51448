import LabLanguage
import LabModel

// expected-error@+1 {{argument type 'BareMetalHost' does not conform to expected type 'Cluster'}}
let udm = BGPPeer("udm", of: km01, at: lan["192.168.10.1"], asn: 64513, localASN: 64512)
