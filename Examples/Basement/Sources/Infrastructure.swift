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
  Volume("config", .gib(2), on: iscsi, at: "/etc/pihole")
  Environment("TZ", "Europe/Zurich")
  Environment("FTLCONF_webserver_api_password", from: SecretReference("pihole/web", key: "password"))
  Environment("FTLCONF_dns_listeningMode", "all")
  SecurityContext(add: ["NET_BIND_SERVICE", "CHOWN"])
  Publish(53, transport: .udp, as: .loadBalancer, at: servers["192.168.10.101"])
  Publish(53, as: .loadBalancer, at: servers["192.168.10.101"])
  Publish(80, as: .loadBalancer, at: servers["192.168.10.101"])
  ServiceOptions(externalTraffic: .local)
  AllowEgress(to: .internet, ports: [.udp(53), .tcp(53), .tcp(443)])
}
.backedUp(every: .days(1), keep: .days(7), to: synology, rpo: .days(1), rto: .hours(1))

let infrastructure: [any Component] = [vault, argocd, grafana, pihole]
