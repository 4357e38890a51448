import Blueprint
import Diagnostics
import LabLanguage
import LabModel

/// Every VM of a lab as something to be made.
///
/// A VM whose network or template the lab lacks is an error of its own and does not get here. A load balancer only passes
/// on what others hold; any other VM is taken to hold state.
func machines(of lab: ResolvedLab) -> [MachineResource] {
  let clusters = names(of: lab.all((any Cluster).self).map { ($0.name, $0.nodes.map(\.machine)) })
  let balancers = names(of: lab.all((any Frontend).self).map { ($0.name, $0.members) })
  return lab.all(VM.self).compactMap { vm in
    guard let network: Network = lab.thing(vm.address.network), let template: VMTemplate = lab.thing(vm.template) else {
      return nil
    }
    let tags = [lab.name] + clusters[vm.id, default: []] + balancers[vm.id, default: []]
    return MachineResource(
      owner: vm.id, origin: vm.declared, vmid: vm.vmid, node: vm.host.name,
      template: MachineResource.Template(vmid: template.vmid, node: template.host.name, thing: template.id),
      cores: vm.cores,
      memory: vm.memory, disk: vm.disk, datastore: vm.store.name, address: vm.address, gateway: network.gateway,
      dns: network.dns, domain: network.searchDomains.first ?? lab.domain, bridge: network.bridge, vlan: network.vlan,
      mac: vm.interfaces.first?.macText, mtu: network.unusualMTU, moreInterfaces: moreInterfaces(of: vm, in: lab),
      account: lab.operatorAccount, tags: Set(tags).sorted(), holdsState: balancers[vm.id] == nil)
  }
}

/// For each machine, the names of the groups that it is a member of.
private func names(of groups: [(name: String, members: [ThingID])]) -> [ThingID: [String]] {
  var names: [ThingID: [String]] = [:]
  for group in groups {
    for member in group.members { names[member, default: []].append(group.name) }
  }
  return names
}

/// The interfaces of a VM beside the first; one whose network the lab lacks is an error of its own.
private func moreInterfaces(of vm: VM, in lab: ResolvedLab) -> [MachineResource.Interface] {
  vm.interfaces.dropFirst().compactMap { interface in
    guard let network: Network = lab.thing(interface.network) else { return nil }
    return MachineResource.Interface(
      origin: interface.declared, address: interface.address, bridge: network.bridge, vlan: network.vlan,
      mac: interface.macText, mtu: interface.mtu ?? network.unusualMTU)
  }
}

extension Network {
  /// The largest packet where it is not the usual one.
  fileprivate var unusualMTU: Int? { mtu == 1500 ? nil : mtu }
}
