import Blueprint
import Diagnostics
import Documents
import LabModel

/// Pacemaker's configuration of a failover group as XML.
///
/// Names of agents' parameters are checked by nothing but the agent at run time, so each is written once, here.
struct ClusterInformationBase {
  private let group: FailoverGroup

  init(_ group: FailoverGroup) { self.group = group }

  /// The whole document.
  ///
  /// The schema is the oldest that has everything it needs, so that no Pacemaker in use refuses it.
  var root: XML.Element {
    XML.Element(
      "cib",
      [
        "crm_feature_set": "3.0.14", "validate-with": "pacemaker-3.0", "epoch": "0", "num_updates": "0",
        "admin_epoch": "0",
      ],
      from: group.origin, children: [configuration, XML.Element("status")])
  }

  private var configuration: XML.Element {
    XML.Element(
      "configuration",
      children: [
        XML.Element("crm_config", children: [properties]),
        XML.Element("nodes"),
        XML.Element("resources", children: fenceDevices.map(\.element) + [serverClone, address]),
        XML.Element("constraints", children: constraints),
        XML.Element("rsc_defaults", children: [resourceDefaults]),
        XML.Element(
          "op_defaults",
          children: [CIB.metaAttributes("op_defaults-options", prefix: "op_defaults", [("timeout", "20s")])]),
      ])
  }

  private var properties: XML.Element {
    let id = "cib-bootstrap-options"
    return XML.Element(
      "cluster_property_set", ["id": id],
      children: [
        CIB.pair(id, "stonith-enabled", fenceDevices.isEmpty ? "false" : "true"),
        CIB.pair(id, "no-quorum-policy", "stop"),
        CIB.pair(id, "cluster-recheck-interval", "2min"),
      ])
  }

  /// Stickiness beats the preference of a host (50): the address does not move back by itself.
  private var resourceDefaults: XML.Element {
    CIB.metaAttributes(
      "rsc_defaults-options", prefix: "rsc_defaults",
      [("resource-stickiness", "100"), ("migration-threshold", "3"), ("failure-timeout", "60s")])
  }

  private var fenceDevices: [FenceDevice] {
    guard case .proxmox(let account) = group.fencing else { return [] }
    return group.members.enumerated().compactMap { index, member in
      member.power.map { power in
        FenceDevice(
          member: member.machine.name, origin: member.origin, power: power, account: account,
          // When two hosts lose sight of each other, only one may win: the preferred holder is shot at once, the
          // others later. That way a dead holder is replaced without delay.
          delay: index == 0 ? nil : "\(5 * index)s")
      }
    }
  }

  /// The server runs on every host, so that the address only moves to where it is up.
  private var serverClone: XML.Element {
    switch group.server {
    case .nginx(let configuration, let status):
      XML.Element(
        "clone", ["id": "nginx-clone"],
        children: [
          CIB.metaAttributes("nginx-clone-meta", prefix: "nginx-clone-meta", [("interleave", "true")]),
          nginx(configuration: configuration, status: status),
        ])
    }
  }

  private func nginx(configuration: String, status: String) -> XML.Element {
    var deepMonitor = CIB.operation("nginx", "monitor", every: "30s", timeout: "20s")
    // Only a monitor of this depth asks for the status page.
    deepMonitor.children = [
      CIB.attributes("nginx-monitor-30s-attributes", prefix: "nginx-monitor-30s", [("OCF_CHECK_LEVEL", "10")])
    ]
    return XML.Element(
      "primitive", ["id": "nginx", "class": "ocf", "provider": "heartbeat", "type": "nginx"],
      children: [
        CIB.attributes(
          "nginx-attributes", prefix: "nginx", [("configfile", configuration), ("status10url", status)]),
        XML.Element(
          "operations",
          children: [
            CIB.operation("nginx", "start", every: "0s", timeout: "40s"),
            CIB.operation("nginx", "stop", every: "0s", timeout: "60s"),
            CIB.operation("nginx", "monitor", every: monitor, timeout: "20s"),
            deepMonitor,
          ]),
      ])
  }

  private var address: XML.Element {
    XML.Element(
      "primitive", ["id": "vip", "class": "ocf", "provider": "heartbeat", "type": "IPaddr2"],
      children: [
        CIB.attributes(
          "vip-attributes", prefix: "vip",
          [("ip", group.vip.text), ("cidr_netmask", "\(group.vip.prefix ?? 32)")]),
        XML.Element(
          "operations",
          children: [
            CIB.operation("vip", "start", every: "0s", timeout: "20s"),
            CIB.operation("vip", "stop", every: "0s", timeout: "20s"),
            CIB.operation("vip", "monitor", every: monitor, timeout: "20s"),
          ]),
      ])
  }

  private var monitor: String { "\(group.monitor.seconds)s" }

  private var constraints: [XML.Element] {
    var constraints = fenceDevices.map(\.placement)
    if let first = group.members.first?.machine.name {
      constraints.append(
        XML.Element(
          "rsc_location", ["id": "vip-prefers-\(first)", "rsc": "vip", "node": first, "score": "50"]))
    }
    constraints.append(
      XML.Element(
        "rsc_colocation",
        ["id": "vip-with-nginx", "rsc": "vip", "with-rsc": "nginx-clone", "score": "INFINITY"]))
    constraints.append(
      XML.Element(
        "rsc_order", ["id": "nginx-before-vip", "first": "nginx-clone", "then": "vip", "kind": "Optional"]))
    return constraints
  }
}
