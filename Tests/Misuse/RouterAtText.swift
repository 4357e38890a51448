import LabLanguage
import LabModel

// expected-error@+1 {{cannot convert value of type 'String' to expected argument type 'NetworkAddress'}}
let udm = Router("udm", at: "192.168.10.1")
