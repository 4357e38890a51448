import LabLanguage
import LabModel

// expected-error@+1 {{cannot convert value of type 'BareMetalHost' to expected argument type 'Service'}}
let wiki = Service("wiki", in: km01) { Container("wiki:2.5.0", port: 3000) }.waits(for: km01)
