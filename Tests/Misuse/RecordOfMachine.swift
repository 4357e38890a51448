import LabLanguage
import LabModel

let zone = DNSZone("home.lab") {
  // expected-error@+1 {{cannot convert value of type 'BareMetalHost' to expected argument type 'String'}}
  DNSRecord("km01", .a(km01))
}
