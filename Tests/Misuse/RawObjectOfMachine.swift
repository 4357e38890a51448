import LabLanguage
import LabModel

// expected-error@+1 {{argument type 'BareMetalHost' does not conform to expected type 'Cluster'}}
let map = Native("map", .kubernetes(km01), because: "there is no word for it", ["kind": "ConfigMap"])
