import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0106 = Rule(
  "RB0106", .error, "a VLAN tag belongs to one network of a bridge",
  why: """
    Two networks with one tag on one bridge are one wire. Machines of both hear each other's broadcasts, and a \
    firewall between the two is no firewall.
    """,
  remedy: "Give one of them the tag that the switch has for it, or its own bridge.")

extension Check {
  /// A VLAN tag belongs to one network of a bridge.
  static let vlanTagBelongsToOneNetwork = Check(
    rb0106,
    bad: {
      .example {
        Network("guests", "192.168.20.0/24", vlan: 20)
        Network("cameras", "192.168.30.0/24", vlan: 20)
      }
    },
    good: {
      .example {
        Network("guests", "192.168.20.0/24", vlan: 20)
        Network("cameras", "192.168.30.0/24", vlan: 30)
        Network("storage", "192.168.2.0/24", vlan: 20, bridge: "vmbr1")
      }
    },
    findings: { lab in
      var owners: [String: ThingID] = [:]
      return lab.all(Network.self).compactMap { network in
        guard let tag = network.vlan,
          let first = owners.updateValue(network.id, forKey: "\(network.bridge).\(tag)")
        else { return nil }
        return rb0106.diagnostic(
          about: network.id, "VLAN \(tag) on \(network.bridge) is \(network.id) and \(first)",
          notes: [Diagnostic.Note("\(first) has the tag", about: first)])
      }
    })
}
