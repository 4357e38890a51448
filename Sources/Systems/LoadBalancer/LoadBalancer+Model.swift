import Blueprint
import Diagnostics
import LabLanguage
import LabModel

// What the rest of Rackbook reads of a load balancer.
extension LoadBalancer {
  /// The port of the node exporter on its machines.
  public static let nodeExporterPort = 9100
  /// The port of the nginx exporter on its machines.
  public static let nginxExporterPort = 9113
  /// The port of the exporter for Corosync and Pacemaker on its machines.
  public static let clusterExporterPort = 9664

  /// The machines that can hold the address, the preferred one first.
  public var members: [ThingID] { machines.map(\.id) }

  /// The address as a thing of its own.
  public var sharedAddress: VIP { VIP(name, at: vip, members: members, declared: declared) }

  /// Its machines and its address stand in the lab through it.
  public var parts: [any Component] { machines + [sharedAddress] }

  /// Address and what is behind it.
  public var summary: String {
    let fronted = endpoints.map { "the \($0.title) of \($0.owner.name)" }.joined(separator: ", ")
    return "load balancer at \(vip.text)" + (fronted.isEmpty ? "" : " for \(fronted)")
  }

  /// Its address, what it fronts, the machines that hold it; losing one of those only moves the address.
  public var relations: [Relation] {
    [Relation(.consistsOf, sharedAddress.id)] + members.map { Relation(.heldBy, $0) }
      + endpoints.map { Relation(.fronts, $0.owner) }
  }

  /// What it fronts, and its own ports on each machine, which nginx could not take as well.
  public var listeners: [Listener] {
    endpoints.map { Listener(on: id, port: $0.port, $0.transport, use: "\($0.title) of \($0.owner)") } + ownListeners
  }

  /// The ports that the load balancer itself needs.
  var ownListeners: [Listener] {
    [
      Listener(on: id, port: 22, use: "ssh"),
      Listener(on: id, port: settings.healthPort, use: "health of \(id)"),
      Listener(on: id, port: Self.nodeExporterPort, use: "node exporter"),
      Listener(on: id, port: Self.nginxExporterPort, use: "nginx exporter"),
      Listener(on: id, port: Self.clusterExporterPort, use: "cluster exporter"),
      Listener(on: id, port: 5405, .udp, use: "Corosync"),
    ]
  }

  /// Address, machines, what it fronts, fencing, times.
  public var facts: [Fact] {
    var facts = [Fact("vip", "Address", vip.text, link: vip.network)]
    facts += machines.map { Fact("member", "Machine", $0.name, link: $0.id) }
    facts += endpoints.map {
      Fact("fronts", "Fronts", "\($0.title) of \($0.owner.name), port \($0.port)", link: $0.owner)
    }
    facts.append(Fact("health", "Health", "http://\(vip.text):\(settings.healthPort)/health"))
    facts.append(Fact("token", "Lost after a silence of", "\(settings.token) ms"))
    switch fencing {
    case .proxmox(let account, let password):
      facts.append(Fact("fencing", "Fencing", "by the Proxmox API, as \(account)"))
      facts.append(Fact("fencing-secret", "Password for fencing", "\(password)"))
    case .waived(let reason):
      facts.append(Fact("fencing", "Fencing", "none: \(reason)"))
    }
    return facts
  }

  /// The name of the role of its machines.
  var roleName: String { HostRole.name(of: id) }
}
