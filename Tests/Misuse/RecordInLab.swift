import LabLanguage
import LabModel

struct Wrong: Lab {
  var body: [any Component] {
    lan
    // expected-error@+1 {{a DNSRecord belongs in the braces of a DNSZone}}
    DNSRecord("nas", .a(lan["192.168.10.24"]))
  }
}
