import Blueprint
import Diagnostics
import Documents

/// A device that switches one host off by asking the Proxmox API.
struct FenceDevice {
  /// The host that it switches off.
  let member: String
  /// Where that was declared.
  let origin: SourceLocation
  /// What is asked to do it.
  let power: FailoverGroup.Power
  /// The account that asks.
  let account: String
  /// How long it waits before it does.
  let delay: String?

  private var id: String { "fence-\(member)" }

  /// The device.
  var element: XML.Element {
    var values = [
      ("ip", power.api),
      ("username", account),
      // The agent reads the password from what this prints: it is in no file of the cluster's own.
      ("passwd_script", "cat \(FailoverGroup.passwordFile)"),
      ("vmtype", "qemu"),
      ("ssl_insecure", "1"),
      // The VM is found by its number wherever it was moved to.
      ("pve_node_auto", "1"),
      ("pcmk_host_map", "\(member):\(power.vmid)"),
    ]
    if let delay { values.append(("pcmk_delay_base", delay)) }
    return XML.Element(
      "primitive", ["id": id, "class": "stonith", "type": "fence_pve"], from: origin,
      children: [
        CIB.attributes("\(id)-attributes", prefix: id, values),
        XML.Element("operations", children: [CIB.operation(id, "monitor", every: "60s", timeout: "30s")]),
      ])
  }

  /// It runs anywhere but on the host that it switches off.
  var placement: XML.Element {
    XML.Element(
      "rsc_location",
      ["id": "\(id)-not-on-\(member)", "rsc": id, "node": member, "score": "-INFINITY"], from: origin)
  }
}
