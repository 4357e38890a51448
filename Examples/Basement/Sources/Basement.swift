import Rackbook

/// The flagship: a real basement, with three Proxmox hosts, a bare-metal control plane, two NAS, a kubespray cluster behind
/// a pair of load balancers, Vault, and what the family uses.
@main struct Basement: Lab {
  var domain: String { "lab.example" }
  var summary: String { "three Proxmox hosts, a Kubernetes cluster, two NAS and the family's services" }

  var body: [any Component] {
    networks
    hosts
    storage
    k8s
    api
    namespaces
    infrastructure
    homeApps
    mediaApps
  }
}
