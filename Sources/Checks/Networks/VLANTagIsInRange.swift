import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0105 = Rule(
  "RB0105", .error, "a VLAN tag is 1 to 4094",
  why: "IEEE 802.1Q has 12 bits for the tag and keeps 0 and 4095 for itself; switches and Proxmox refuse them.",
  remedy: "Write the tag that the switch uses; leave it out on the untagged network.", waivable: false)

extension Check {
  /// A VLAN tag is 1 to 4094.
  static let vlanTagIsInRange = Check(
    rb0105,
    bad: { .example { Network("guests", "192.168.20.0/24", vlan: 4095) } },
    good: { .example { Network("guests", "192.168.20.0/24", vlan: 4094) } },
    findings: { lab in
      lab.all(Network.self).compactMap { network in
        guard let tag = network.vlan, !(1...4094).contains(tag) else { return nil }
        return rb0105.diagnostic(about: network.id, "\(tag) is no VLAN tag: those are 1 to 4094")
      }
    })
}
