import LabLanguage
import LabModel

let services = Network("services", "10.20.0.0/24") {
  // expected-error@+1 {{cannot convert value of type 'String' to expected argument type 'MetalLBPool.Announcement'}}
  MetalLBPool("services", from: "10.20.0.1", to: "10.20.0.99", announcedBy: "bgp")
}
