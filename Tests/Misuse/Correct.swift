import LabLanguage
import LabModel
import Systems

// The positive control: nothing here may be refused.

let web = Service("web", in: km01, "a web site") {
  Container("nginx:1.28.0", port: 80, ports: [.udp(443)])
  Volume("data", .gib(10), on: iscsi)
  Alert("WebDown", when: "up == 0", for: .minutes(5), severity: .critical, says: "web is down", runbook: "web/down")
}
.needs(database, truenas)
.backedUp(every: .hours(6), keep: .days(30), to: truenas)

let guests = Network("guests", "192.168.20.0/24", vlan: 20) {
  DHCP(from: "192.168.20.100", to: "192.168.20.199")
  Reserved("printers", from: "192.168.20.20", to: "192.168.20.29")
}

let km02 = VM(
  "km02", id: 221, on: pve1, at: lan["192.168.10.235"], cores: 4, memory: .gib(8), disk: .gib(100), store: disks,
  from: ubuntu)

let kiosk = VM(
  "kiosk", id: 222, on: pve1, at: lan["192.168.10.40"], cores: 2, memory: .gib(2), disk: .gib(20), store: disks,
  from: ubuntu, mac: "BC:24:11:00:00:40"
) {
  NIC(guests["192.168.20.40"], mtu: 1500)
}
let udm = Router("udm", at: lan["192.168.10.1"])
let zone = DNSZone("home.lab", provider: .cloudflare(token: SecretReference("homelab/dns", key: "token"))) {
  DNSRecord("nas", .a(lan["192.168.10.24"]))
}
let family = VPN("family", "10.99.0.0/24") {
  Site("home", at: "10.99.0.1", on: km01, endpoint: "vpn.example.org", networks: [lan])
  Site("cabin", at: "10.99.0.2", lans: ["192.168.50.0/24"])
}

let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
  ControlPlane(km01)
  for machine in [km02] { Worker(machine) }
}

let apps = Namespace("apps", in: k8s)
let other = ExistingCluster("other", kubernetes: "1.35")
let existing = StorageClass.existing("local-path", in: other)

let api = LoadBalancer("api", vip: lan["192.168.10.250"], fencing: .waived(because: "an example")) {
  km01
  km02
}
.fronts(k8s.apiServer)

let wiki = Service("wiki", in: apps, named: "wiki-js") {
  Deployment(replicas: 2, strategy: .rolling(maxSurge: 1, maxUnavailable: .percent(25)))
  Container("wiki:2.5.0", port: 3000, name: "wiki") {
    Environment("NODE_ENV", "production")
    Mount("cache", at: "/cache")
  }
  Container("exporter:1.0.0", port: 9100, name: "exporter", arguments: ["--verbose"])
  InitContainer("busybox:1.37.0", name: "prepare", command: ["true"]) { Mount("cache", at: "/cache") }
  Volume("data", .gib(10), on: existing, at: "/data", access: .readWriteMany)
  EmptyDir("cache", limit: .gib(1), inMemory: true)
  EmptyDir.sharedMemory(.mib(256))
  HostPath("time", "/etc/localtime", at: "/etc/localtime", type: .file, readOnly: true)
  Environment("DB_PASSWORD", from: SecretReference("wiki", key: "password"))
  ConfigFile("wiki.yml", at: "/wiki/config.yml", "port: 3000\n")
  SecretFile("key", at: "/run/secrets/key", from: SecretReference("wiki", key: "key"), mode: 0o400)
  Probe(.readiness, .http("/healthz"), every: .seconds(5))
  Resources(cpu: .millicores(100), memory: .mib(256), memoryLimit: .gib(1), devices: ["nvidia.com/gpu": 1])
  SecurityContext(user: 1000, readOnlyRoot: true, drop: ["ALL"])
  Pod(stopGrace: .minutes(1), fsGroup: 1000, sysctls: ["net.core.somaxconn": "1024"])
  NodeSelector.machine(km02)
  TopologySpread(over: "kubernetes.io/hostname")
  Publish(80, to: 3000, as: .loadBalancer, at: lan["192.168.10.120"])
  Label("team", "home")
  AllowEgress(to: .internet, ports: [.tcp(443)])
}
.waits(for: database)
.exposed(at: "wiki.lab.example", through: api, port: 8080, nodePort: 30080)

struct Correct: Lab {
  var body: [any Component] {
    lan; guests; truenas; iscsi; disks; pve1; ubuntu; km01; km02; k8s; apps; api; wiki; kiosk; udm; zone; family; other;
    existing
    if lan.vlan == nil { database }
    for service in [web] { service }
  }
}
