import Blueprint
import Diagnostics
import LabLanguage
import LabModel
import Systems
import Testing

@testable import Checks

@Suite("Every shape that the best validator found refuses is refused, every one that it accepts is accepted")
struct NetworkShapesTests {
  /// A shape of its test set, and what makes a sound lab like it.
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    /// Rules that the same fault breaks as well.
    let consequences: Set<String>
    let change: @Sendable (inout ShapeLab) -> Void
    var testDescription: String { name }

    init(
      _ name: String, _ code: String = "", and consequences: Set<String> = [],
      _ change: @escaping @Sendable (inout ShapeLab) -> Void
    ) {
      self.name = name
      self.code = code
      self.consequences = consequences
      self.change = change
    }

    var lab: ResolvedLab {
      var shape = ShapeLab()
      change(&shape)
      return shape.lab
    }
  }

  static let refused = [
    Shape("bad-bgp-asn", "RB0173") { $0.bgp = (4_294_967_296, 64514) },
    Shape("bad-mac-address", "RB0210") { $0.macs[0] = "AABBCCDDEEFF" },
    Shape("bad-repo-url", "RB0440") { $0.repository = "git@github.com:example/cluster.git" },
    Shape("bad-vlan-tag", "RB0105") { $0.vlan = 5000 },
    Shape("duplicate-gateway-addrs", "RB0113") { $0.gateways[1] = $0.gateways[0] },
    Shape("duplicate-node-names", "RB0002", and: ["RB0314", "RB0601"]) { $0.nodes = ["k8s-0", "k8s-0"] },
    Shape("gateway-node-collision", "RB0111") { $0.nodeAddresses[0] = "252" },
    Shape("missing-known-hosts", "RB0441") { $0.repository = "ssh://git@git.example.com/k8s/home-ops.git" },
    Shape("nested-cidr-overlap", "RB0310") { $0.network = "10.42.128.0/17" },
    Shape("node-addr-outside-cidr", "RB0108") { $0.nodeAddresses[0] = "192.168.1.100" },
    Shape("node-uses-gateway-addr", "RB0110") { $0.nodeAddresses[0] = "1" },
    Shape("non-canonical-cidr", "RB0101") { $0.network = "10.10.10.5/24" },
    Shape("overlapping-cidrs", "RB0310") { $0.network = "10.42.0.0/16" },
    Shape("reserved-node-name", "RB0214") { $0.nodes[0] = "localhost" },
    Shape("tiny-svc-cidr", "RB0165") { $0.services = "10.43.0.0/29" },
    Shape("tunnel-without-dns", "RB0186") {
      $0.zone = "example.org"
      $0.exposedAt = "web.example.com"
    },
  ]

  /// What cannot be written at all; the files stand in `Tests/Misuse`, and its test compiles them.
  static let refusedByCompiler = [
    "missing-dns-token": "ZoneWithoutToken", "missing-external-gateway": "ExposedWithoutLoadBalancer",
    "missing-schematic": "MissingTemplate", "partial-bgp": "PartialBGP",
  ]

  static let accepted = [
    Shape("direct") { $0.exposedAt = "web.example.com" },
    Shape("internal") { $0.gateways.removeLast() },
    Shape("multi-controller") { shape in
      shape.nodes.append("k8s-2")
      shape.nodeAddresses.append("102")
      shape.macs.append("BC:24:11:00:00:02")
      shape.controlPlanes = 3
      shape.gateways.removeLast()
      shape.repository = "ssh://git@github.com/example/cluster.git"
    },
    Shape("no-webhook") { _ in },
    Shape("private") { $0.repository = "ssh://git@github.com/example/cluster.git" },
    Shape("public") { shape in
      shape.vlan = 100
      shape.timeServers = ["162.159.200.123"]
      shape.bgp = (64513, 64514)
      shape.exposedAt = "web.example.com"
    },
    Shape("selfhosted") { shape in
      shape.repository = "ssh://git@git.example.com/k8s/home-ops.git"
      shape.knownHosts = "git.example.com ssh-ed25519 AAAA"
    },
    Shape("single-node") { shape in
      shape.nodes.removeLast()
      shape.nodeAddresses.removeLast()
      shape.macs.removeLast()
      shape.api = nil
      shape.gateways.removeLast()
    },
  ]

  private func diagnostics(of lab: ResolvedLab) -> [Diagnostic] {
    (checks + systems.flatMap { $0.descriptor.checks }).flatMap { $0.findings(lab) }
  }

  @Test("a refused shape breaks the rule that the table names", arguments: Self.refused)
  func isRefused(shape: Shape) {
    let found = diagnostics(of: shape.lab)
    #expect(found.contains { $0.code == shape.code && $0.severity != .note }, "\(found.map(\.message))")
    #expect(
      found.filter { $0.severity == .error }.allSatisfy {
        $0.code == shape.code || shape.consequences.contains($0.code)
      },
      "\(found.map(\.message))")
  }

  @Test("an accepted shape breaks no rule that is more than a note", arguments: Self.accepted)
  func isAccepted(shape: Shape) {
    #expect(diagnostics(of: shape.lab).filter { $0.severity != .note }.map(\.message) == [])
  }

  @Test("all twenty and all eight are there")
  func complete() {
    #expect(Self.refused.count + Self.refusedByCompiler.count == 20)
    #expect(Self.accepted.count == 8)
  }
}
