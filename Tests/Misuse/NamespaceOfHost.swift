import LabLanguage
import LabModel

// expected-error@+1 {{argument type 'BareMetalHost' does not conform to expected type 'Cluster'}}
let apps = Namespace("apps", in: km01)
