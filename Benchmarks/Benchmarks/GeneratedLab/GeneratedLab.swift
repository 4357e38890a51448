import LabLanguage
import LabModel
import Systems

/// A lab of any size, the same on every run: for every 25 services one namespace, for every 40 a worker on a host of its own, at
/// most 60.
///
/// Each service has a container with variables, a secret and a file, a volume, a backup and up to two services that it
/// needs; every tenth is reached from outside. 1,000 services are 6,142 Kubernetes objects.
public func generatedLab(services count: Int) -> ResolvedLab {
  ResolvedLab(name: "generated", domain: "lab.example", listed: generatedThings(services: count))
}

/// What a generated lab lists.
public func generatedThings(services count: Int) -> [any Component] {
  let lan = Network("lan", "10.0.0.0/16", gateway: "10.0.0.1", dns: ["10.0.0.1"])
  let pool = Pool("tank", size: .tib(400))
  let nas = TrueNAS("truenas", version: "25.10", at: lan["10.0.1.1"]) { pool }
  let second = Synology("synology", version: "7.2", at: lan["10.0.1.2"]).restoring(at: .mibPerSecond(1_000))
  let iscsi = StorageClass("iscsi", on: pool, protocol: .iscsi)
  let store = Datastore("local-lvm")

  let hosts = (0..<max(4, min(count / 40, 60))).map { number in
    ProxmoxHost("pve\(number)", at: lan["10.0.2.\(number % 250 + 1)"], cores: 64, memory: .gib(512))
  }
  let template = VMTemplate("debian", id: 9000, on: hosts[0], operatingSystem: .debian13)
  func vm(_ name: String, _ number: Int) -> VM {
    VM(
      name, id: 200 + number, on: hosts[number % hosts.count],
      at: lan["10.0.\(3 + number / 250).\(number % 250 + 1)"], cores: 8, memory: .gib(16), disk: .gib(100),
      store: store, from: template)
  }
  let controlPlanes = (0..<3).map { vm("cp\($0)", $0) }
  let workers = (0..<hosts.count).map { vm("worker\($0)", 10 + $0) }
  let cluster = KubesprayCluster("big", release: "2.31.0", kubernetes: "1.35.4") {
    for machine in controlPlanes { ControlPlane(machine) }
    for machine in workers { Worker(machine) }
  }
  let balancers = (0..<2).map { vm("lb\($0)", 5 + $0) }
  let api = LoadBalancer(
    "api", vip: lan["10.0.0.250"],
    fencing: .proxmox(password: SecretReference("proxmox/fence", key: "password"))
  ) {
    for machine in balancers { machine }
  }
  .fronts(cluster.apiServer)

  let namespaces = (0...count / 25).map { Namespace("space\($0)", in: cluster) }
  var made: [Service] = []
  for number in 0..<count {
    var service = Service("service\(number)", in: namespaces[number / 25], "number \(number)") {
      Container("registry.example/app\(number):1.2.\(number)", port: 8080)
      Volume("data", .gib(1 + number % 9), on: iscsi, at: "/data")
      Environment("TZ", "Europe/Zurich")
      Environment("DB_PASSWORD", from: SecretReference("apps/service\(number)", key: "password"))
      ConfigFile("app.conf", at: "/etc/app.conf", "listen 8080\nworkers \(number % 8)\n")
      Probe(.readiness, .http("/healthz"))
      Resources(cpu: .millicores(100), memory: .mib(128), memoryLimit: .mib(512))
    }
    .backedUp(every: .hours(6), keep: .days(30), to: second, rpo: .hours(6), rto: .days(1))
    if number >= 2 { service = service.needs(made[number / 2], made[number - 1]) }
    if number % 10 == 0, number / 10 < 2_000 {
      service = service.exposed(
        at: "service\(number).lab.example", through: api, port: 10_000 + number / 10, nodePort: 30_000 + number / 10)
    }
    made.append(service)
  }

  var listed: [any Component] = [lan, nas, second, iscsi, store, template, cluster, api]
  listed += hosts
  listed += namespaces
  listed += made
  return listed
}
