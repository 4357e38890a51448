import Rackbook

let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
  ControlPlane(km01)
  ControlPlane(km02)
  ControlPlane(km03)
  Worker(kube01)
  Worker(kube02)
  Worker(kube03)
}

let api = LoadBalancer(
  "k8s-api", vip: servers["192.168.10.250"],
  fencing: .proxmox(password: SecretReference("homelab/proxmox/fence", key: "password"))
) {
  lb01
  lb02
}
.fronts(k8s.apiServer)

let homeAppsNamespace = Namespace("home-apps", in: k8s)
let mediaNamespace = Namespace("media", in: k8s)
let argocdNamespace = Namespace("argocd", in: k8s)
let monitoringNamespace = Namespace("monitoring", in: k8s)
let piholeNamespace = Namespace("pihole", in: k8s)

let namespaces: [any Component] = [
  homeAppsNamespace, mediaNamespace, argocdNamespace, monitoringNamespace, piholeNamespace,
]
