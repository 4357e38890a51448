import LabLanguage
import LabModel

// expected-error@+1 {{cannot convert value of type 'String' to expected element type 'Network'}}
let home = Site("home", at: "10.99.0.1", endpoint: "vpn.example.org", networks: ["192.168.10.0/24"])
