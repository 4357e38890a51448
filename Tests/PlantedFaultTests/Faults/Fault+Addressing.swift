import LabModel
import TestNumbers

/// Faults of a network's settings: sizes, ranges, servers, routes, and where it lies.
extension Fault {
  static let addressing: [Fault] = [
    added("RB0120", "169.254.10"), added("RB0121", "192.0.2"), added("RB0122", "172.32.10"),
    added("RB0123", "100.64.10"),
    added("RB0124", "10.250.0") { net in
      net.cidr = "10.250.0.0/29"
      net.dhcp = [.init(from: "10.250.0.1", to: "10.250.0.6")]
    },
    added("RB0125", "10.250.0") { $0.cidr = "10.250.0.1/32" },
    network("RB0127") { $0.mtu = 150 },
    network("RB0128") { $0.mtu = 1200 },
    network("RB0132") { net in
      net.mtu = 9000
      net.dhcp = [.init(from: "\(net.stem).100", to: "\(net.stem).179")]
    },
    gated("RB0136") { $0.dhcp = [.init(from: "\($0.stem).1", to: "\($0.stem).9")] },
    network("RB0138") { net in
      net.dhcp = [.init(from: "\(net.stem).100", to: "\(net.stem).179")]
      net.dns = ["\(net.stem).150"]
    },
    added("RB0139", "10.250.0") { $0.dns = ["1.1.1.1"] },
    network("RB0140") { $0.dns = ["127.0.0.53"] },
    network("RB0140") { $0.ntp = ["\($0.stem).255"] },
    gated("RB0141") { $0.dns = ["1.1.1.1", "1.1.1.1"] },
    gated("RB0142") { $0.dns = ["1.1.1.1", "9.9.9.9", "8.8.8.8", "8.8.4.4"] },
    network("RB0143") { $0.searchDomains = ["home lab"] },
    gated("RB0145") { $0.ntp = ["pool.ntp.org iburst"] },
    gated("RB0147") { $0.dhcp = [.init(from: "\($0.stem).100", to: "\($0.stem).179", gateway: "172.31.0.1")] },
    gated("RB0148") { $0.dhcp = [.init(from: "\($0.stem).100", to: "\($0.stem).179", gateway: "\($0.stem).2")] },
    network("RB0149") { $0.dhcp = [.init(from: "\($0.stem).100", to: "\($0.stem).179", dns: ["dns.lab.example"])] },
    gated("RB0150") { $0.routes = [($0.cidr, "\($0.stem).2")] },
    gated("RB0150") { $0.routes = [("192.168.60.0/24", "\($0.stem).1")] },
    gated("RB0151") { net in
      net.routes = [("192.168.60.0/24", "\(net.stem).2"), ("192.168.60.0/24", "\(net.stem).3")]
    },
    network("RB0158") { $0.bridge = "bridge-of-network" },
    network("RB0172") { $0.dhcp = [.init(from: "\($0.stem).200", to: "\($0.stem).255")] },
    Fault("RB0137") { plan, numbers in
      guard case .metal(let number)? = plan.routers.first?.computer else { return false }
      plan.metals[number].place.text = "\(plan.networks[0].stem).254"
      return true
    },
    Fault("RB0189") { plan, _ in
      plan.domain = "attic.local"
      return true
    },
  ]

  /// A fault of some network that has a gateway.
  private static func gated(_ code: String, _ change: @escaping @Sendable (inout LabPlan.Net) -> Void) -> Fault {
    Fault(code) { plan, numbers in
      guard let index = numbers.pick(plan.networks.indices.filter { plan.networks[$0].gateway != nil }) else {
        return false
      }
      change(&plan.networks[index])
      return true
    }
  }

  /// A fault of a network that comes to the lab.
  private static func added(
    _ code: String, _ stem: String, _ change: @escaping @Sendable (inout LabPlan.Net) -> Void = { _ in }
  ) -> Fault {
    Fault(code) { plan, _ in
      var net = LabPlan.Net(name: "added", stem: stem, cidr: "\(stem).0/24")
      change(&net)
      plan.networks.append(net)
      return true
    }
  }
}
