import Diagnostics
import Documents
import LabModel

extension AnsibleImport {
  /// The cluster of an inventory for k3s, which Rackbook does not install: its machines, its addresses, its VIP.
  mutating func importK3s() {
    let servers = ["master", "server"].flatMap(inventory.members).filter { machines[$0] != nil }
    guard inventory.groups["k3s_cluster"] != nil || inventory.groups["k3s"] != nil, let first = servers.first,
      let place = inventory.hosts[first]?.place
    else { return }
    carriedGroups.formUnion(["master", "server", "node", "agent", "k3s_cluster", "k3s"])
    let variables = resolution.variables(of: first)
    var arguments: [SwiftCall.Argument] = [.init(.text("k3s"))]
    if let version = variables["k3s_version"], let text = version.text, let number = kubernetesVersion(text) {
      version.settle(.carried)
      arguments.append(.init("kubernetes", .text(number)))
    }
    for (name, label) in [("cluster_cidr", "pods"), ("service_cidr", "services")] {
      if let variable = variables[name], let text = variable.text, IPv4Network(text) != nil {
        variable.settle(.carried)
        arguments.append(.init(label, .text(text)))
      }
    }
    lab.declarations.append(
      ImportedDeclaration(
        ThingID("cluster", "k3s"), in: "Cluster", SwiftCall("ExistingCluster", arguments), at: place,
        comments: ["Installed by k3s-ansible; Rackbook does not know which machine does what in it."]))
    declareVIP(variables["apiserver_endpoint"], between: servers)
    declarePool(variables["metal_lb_ip_range"])
  }

  private func kubernetesVersion(_ text: String) -> String? {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let version = digits.split(separator: "+").first ?? ""
    return version.split(separator: ".").count == 3 ? String(version) : nil
  }

  private mutating func declareVIP(_ variable: InventoryVariable?, between servers: [String]) {
    guard let variable, let address = variable.text.flatMap({ IPv4Address($0) }), servers.count >= 2,
      lab.declarations.contains(where: { $0.id == Self.networkID(of: address) })
    else { return }
    variable.settle(.carried)
    let id = ThingID("vip", "k3s-api")
    var arguments: [SwiftCall.Argument] = [
      .init(.text(id.name)), .init("at", .address(on: Self.networkID(of: address), "\(address)")),
    ]
    for (index, server) in servers.enumerated() {
      let machine = SwiftExpression.thing(machines[server] ?? ThingID("host", server))
      arguments.append(index == 0 ? .init("between", machine) : .init(machine))
    }
    lab.declarations.append(ImportedDeclaration(id, in: "Cluster", SwiftCall("VIP", arguments), at: variable.place))
    lab.facts.append(ImportedFact(id, "address", "\(address)", at: variable.place))
  }

  private mutating func declarePool(_ variable: InventoryVariable?) {
    guard let variable, let ends = variable.text?.split(separator: "-"), ends.count == 2,
      let first = IPv4Address(ends[0]), let last = IPv4Address(ends[1]),
      lab.declarations.contains(where: { $0.id == Self.networkID(of: first) })
    else { return }
    variable.settle(.carried)
    networkParts[Self.networkID(of: first), default: []].append(
      .call(
        SwiftCall(
          "MetalLBPool", [.init(.text("k3s")), .init("from", .text("\(first)")), .init("to", .text("\(last)"))])))
  }
}
