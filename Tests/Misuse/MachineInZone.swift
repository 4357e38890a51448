import LabLanguage
import LabModel

let zone = DNSZone("home.lab") {
  // expected-error@+1 {{only DNSRecord stands in a DNSZone}}
  km01
}
