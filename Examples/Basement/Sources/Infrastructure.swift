import Rackbook

let vault = Service("vault", in: vaultVM, "secrets of the whole lab") {
  Container("hashicorp/vault:1.18.3", port: 8200)
}
.needs(truenas)

let argocd = Service("argocd", in: argocdNamespace, "deploys what stands in git") {
  Container("quay.io/argoproj/argocd:v3.4.4", port: 8080)
}
.needs(vault)
.exposed(at: "argocd.lab.example", through: api, port: 8080, nodePort: 30080)

let grafana = Service("grafana", in: monitoringNamespace, "dashboards") {
  Container("docker.io/grafana/grafana:13.2.0", port: 3000)
}
.exposed(at: "grafana.lab.example", through: api, port: 80, nodePort: 30030)

let pihole = Service("pihole", in: piholeNamespace, "DNS for the house, without the advertisements") {
  Container("docker.io/pihole/pihole:2025.11.0", port: 80, ports: [.tcp(53), .udp(53)])
  Volume("config", .gib(2), on: iscsi)
}
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(1))

let infrastructure: [any Component] = [vault, argocd, grafana, pihole]
