import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension LoadBalancer: System {
  /// What it is, and its rules.
  public static let descriptor = SystemDescriptor(
    kind: "load-balancer", title: "Load balancer",
    summary: "Machines that share an address and pass traffic on: nginx, kept up by Corosync and Pacemaker.",
    checks: LoadBalancerChecks.all)

  /// Adds what is passed on, the group that holds the address, the hosts' configuration, monitoring and runbooks.
  public func contribute(to blueprint: inout Blueprint, in lab: ResolvedLab) {
    let balancing = balancing(in: lab)
    let group = failoverGroup(in: lab, status: balancing.statusURL)
    blueprint.loadBalancing.append(balancing)
    blueprint.failoverGroups.append(group)
    blueprint.roles.append(hostRole(group))
    blueprint.scrapeTargets += scrapeTargets(balancing)
    blueprint.procedures += procedures(balancing, in: lab)
    if !balancing.sites.isEmpty { blueprint.alerts.append(AlertResource(owner: id, alert: siteAlert)) }
    if case .proxmox(let account, let password) = fencing {
      blueprint.secrets.append(
        SecretResource(
          owner: id, origin: declared, reference: password,
          purpose: "password of the Proxmox user \(account), with which members of \(id) switch each other off"))
    }
  }

  private func failoverGroup(in lab: ResolvedLab, status: String) -> FailoverGroup {
    FailoverGroup(
      owner: id, origin: declared, role: roleName, name: name,
      members: machines.map { machine in
        FailoverGroup.Member(
          machine: machine.id, origin: machine.declared, address: machine.address.text,
          power: power(of: machine, in: lab))
      },
      vip: vip, token: settings.token, monitor: settings.monitor,
      server: .nginx(configuration: LoadBalancing.configurationFile, status: status), fencing: groupFencing)
  }

  private var groupFencing: FailoverGroup.Fencing {
    switch fencing {
    case .proxmox(let account, _): .proxmox(account: account)
    case .waived(let reason): .waived(reason: reason)
    }
  }

  /// How a member is switched off: by the host of the next member, which is likely to live when this one does not.
  func power(of machine: any Machine, in lab: ResolvedLab) -> FailoverGroup.Power? {
    guard case .proxmox = fencing, let vm = machine as? VM,
      let position = machines.firstIndex(where: { $0.id == machine.id })
    else { return nil }
    let others = machines[(position + 1)...] + machines[..<position]
    let hosts = (others.map(\.failureDomain).filter { $0 != vm.host } + [vm.host])
      .compactMap { lab.thing($0, as: ProxmoxHost.self) }
    return hosts.first.map { FailoverGroup.Power(api: $0.address.text, vmid: vm.vmid) }
  }
}
