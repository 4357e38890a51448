import Diagnostics
import LabLanguage
import LabModel

/// A load balancer that no system configures, for the examples of checks on exposures.
struct ExampleFrontend: Frontend {
  static let first = ExampleFrontend(id: ThingID("load-balancer", "first"), vip: Example.lan["192.168.10.250"])
  static let second = ExampleFrontend(id: ThingID("load-balancer", "second"), vip: Example.lan["192.168.10.251"])

  let id: ThingID
  let vip: NetworkAddress
  let declared: SourceLocation
  let members: [ThingID]
  let endpoints: [Endpoint] = []

  init(
    id: ThingID, vip: NetworkAddress, of machines: [any Machine] = [Example.node], line: UInt = #line
  ) {
    self.id = id
    self.vip = vip
    self.declared = SourceLocation(#fileID, line)
    self.members = machines.map(\.id)
  }

  /// A load balancer by its name.
  init(_ name: String, vip: NetworkAddress, of machines: [any Machine], line: UInt = #line) {
    self.init(id: ThingID("load-balancer", name), vip: vip, of: machines, line: line)
  }

  var summary: String { "a load balancer" }
  var addresses: [NetworkAddress] { [vip] }
  var facts: [Fact] { [] }
}

extension ResolvedLab {
  /// A lab with a service in a cluster, exposed through a load balancer in the ways that the closure adds, beside other
  /// things.
  static func exposed(
    port: Int? = 80, beside things: [any Component] = [], _ ways: (Service, ExampleFrontend) -> Service
  ) -> ResolvedLab {
    let cluster = ExampleCluster()
    let namespace = Namespace("web", in: cluster)
    let service = Service("web", in: namespace) { Container("nginx:1.28.0", port: port) }
    return .example {
      cluster
      namespace
      ExampleFrontend.first
      ExampleFrontend.second
      ways(service, .first)
      things
    }
  }
}
