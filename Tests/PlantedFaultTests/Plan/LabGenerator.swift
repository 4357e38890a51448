import LabLanguage
import LabModel
import TestNumbers

/// Makes labs as people run them, each from a seed: one to six networks, two to five hosts, a NAS or two, machines, a
/// cluster or none, a pair of load balancers or none, one to sixty services with volumes, backups, names and alerts.
///
/// Nothing in them breaks a rule.
struct LabGenerator {
  var plan = LabPlan()
  var numbers: SeededNumbers
  private var freeNumber = 101
  private var freePorts: [String: Int] = [:]
  private var freeNodePort = 30_000

  /// The lab of a seed.
  static func plan(seed: Int) -> LabPlan {
    var generator = LabGenerator(numbers: SeededNumbers(seed))
    generator.make()
    return generator.plan
  }

  private init(numbers: SeededNumbers) { self.numbers = numbers }

  private mutating func make() {
    plan.name = ["attic", "basement", "garage", "home-lab", "office"][numbers.int(0...4)]
    plan.domain = ["lab.example", "home.arpa", "internal.example.org"][numbers.int(0...2)]
    plan.account = ["ops", "admin", "deploy"][numbers.int(0...2)]
    makeNetworks()
    makeHosts()
    makeStorage()
    makeMachines()
    if plan.hosts.count >= 3, !numbers.once(in: 3) { makeCluster() }
    if plan.hosts.count >= 2, !plan.clusters.isEmpty || numbers.once(in: 2) { makeBalancer() }
    makeServices()
    makeWorkloads()
    makeSurroundings()
  }

  private mutating func makeNetworks() {
    let second = numbers.int(10...200)
    let names = ["lan", "storage", "guests", "cameras", "lab", "dmz"].prefix(numbers.int(1...6))
    for (number, name) in names.enumerated() {
      let stem = "10.\(second).\(10 * (number + 1))"
      var net = LabPlan.Net(name: name, stem: stem, cidr: "\(stem).0/24", gateway: "\(stem).1")
      if name == "lan" || numbers.once(in: 2) { net.dns = ["\(stem).1"] }
      if number > 0, numbers.once(in: 2) { net.vlan = 10 * (number + 1) }
      if numbers.once(in: 2) { net.dhcp = [LabPlan.Lease(from: "\(stem).100", to: "\(stem).179")] }
      if numbers.once(in: 3) { net.reserved = [("printers", "\(stem).180", "\(stem).189")] }
      plan.networks.append(net)
    }
  }

  /// The next free address of a network.
  mutating func place(on net: Int = 0) -> LabPlan.Place {
    defer { plan.networks[net].next += 1 }
    return LabPlan.Place(net: net, text: "\(plan.networks[net].stem).\(plan.networks[net].next)")
  }

  private mutating func makeHosts() {
    for number in 1...numbers.int(2...5) {
      let cores = [16, 24, 32, 48][numbers.int(0...3)]
      plan.hosts.append(
        LabPlan.Host(name: "pve\(number)", place: place(), cores: cores, memory: 128 * numbers.int(1...3)))
    }
    for (number, system) in [OperatingSystem.debian13, .ubuntu2404].enumerated() {
      plan.templates.append(
        LabPlan.Template(name: ["debian-13", "ubuntu-2404"][number], id: 9000 + number, host: 0, system: system))
    }
  }

  private mutating func makeStorage() {
    plan.nas = [
      LabPlan.NAS(
        name: "truenas", isTrueNAS: true, place: place(), version: "25.10", pools: [("tank", .tib(20))]),
      LabPlan.NAS(
        name: "synology", isTrueNAS: false, place: place(), version: "7.2", pools: [("volume1", .tib(40))]),
    ]
    if numbers.once(in: 2) { plan.nas[0].pools.append(("fast", .tib(4))) }
    plan.stores = [LabPlan.Store(name: "local-lvm")]
    if numbers.once(in: 2) { plan.stores.append(LabPlan.Store(name: "tank-disks", pool: "tank")) }
    plan.classes = [LabPlan.VolumeClass(name: "iscsi", pool: "tank", isBlock: true)]
    if numbers.once(in: 2) { plan.classes.append(LabPlan.VolumeClass(name: "nfs", pool: "tank", isBlock: false)) }
  }

  private mutating func guest(_ name: String, on host: Int, cores: Int, memory: Int) -> LabPlan.Computer {
    plan.vms.append(
      LabPlan.Guest(
        name: name, id: freeNumber, host: host, place: place(), cores: cores, memory: memory,
        disk: numbers.int(2...10) * 10, template: numbers.int(0...1)))
    freeNumber += 1
    return .vm(plan.vms.count - 1)
  }

  private mutating func makeMachines() {
    for number in 1...numbers.int(1...4) {
      _ = guest("docker\(number)", on: numbers.int(0...plan.hosts.count - 1), cores: numbers.int(1...4), memory: 4)
    }
    for number in 0..<numbers.int(0...3) {
      plan.metals.append(
        LabPlan.Metal(name: "metal\(number + 1)", place: place(), cores: 8, memory: 32, disk: numbers.int(2...20) * 100)
      )
    }
  }

  private mutating func makeCluster() {
    let masters = (0..<3).map { guest("km0\($0 + 1)", on: $0, cores: 4, memory: 8) }
    let count = numbers.int(2...4)
    let workers = (0..<count).map { guest("worker\($0 + 1)", on: $0 % plan.hosts.count, cores: 4, memory: 8) }
    plan.clusters = [
      LabPlan.ClusterPlan(
        name: "homelab", masters: masters, workers: workers, kubernetes: ["1.35.4", "1.34.7"][numbers.int(0...1)],
        pods: "10.233.64.0/18", services: "10.233.0.0/18")
    ]
    plan.namespaces = ["home-apps", "media", "monitoring"].prefix(numbers.int(1...3)).map { ($0, 0) }
  }

  private mutating func makeBalancer() {
    let members = [guest("lb1", on: 0, cores: 2, memory: 2), guest("lb2", on: 1, cores: 2, memory: 2)]
    let vip = LabPlan.Place(net: 0, text: "\(plan.networks[0].stem).240")
    plan.balancers = [
      LabPlan.Balancer(name: "edge", vip: vip, members: members, cluster: plan.clusters.isEmpty ? nil : 0)
    ]
    if numbers.once(in: 2) {
      let pair = [guest("desk1", on: 0, cores: 1, memory: 2), guest("desk2", on: 1, cores: 1, memory: 2)]
      let place = LabPlan.Place(net: 0, text: "\(plan.networks[0].stem).241")
      plan.vips = [LabPlan.MovingAddress(name: "desktop", place: place, members: pair)]
    }
  }

  private mutating func makeServices() {
    let apps = [
      ("mealie", "ghcr.io/mealie-recipes/mealie:v2.8.0"), ("wiki", "requarks/wiki:2.5.305"), ("cache", "redis:7.4.1"),
      ("database", "postgres:17.2"), ("photos", "ghcr.io/immich-app/immich-server:v2.3.1"), ("web", "nginx:1.28.0"),
    ]
    for number in 0..<numbers.int(1...60) {
      let (app, image) = apps[numbers.int(0...apps.count - 1)]
      var service = LabPlan.ServicePlan(name: "\(app)-\(number + 1)", home: home(), image: image)
      service.port = port(of: service.home)
      if numbers.once(in: 3) { addVolumes(to: &service) }
      if case .namespace = service.home, numbers.once(in: 2) { addExposure(to: &service) }
      if numbers.once(in: 3) { addAlert(to: &service) }
      if number > 0, numbers.once(in: 3) { service.needs = [numbers.int(0...number - 1)] }
      plan.services.append(service)
    }
  }

  private mutating func home() -> LabPlan.Home {
    if !plan.namespaces.isEmpty, !numbers.once(in: 3) { return .namespace(numbers.int(0...plan.namespaces.count - 1)) }
    if !plan.metals.isEmpty, numbers.once(in: 3) { return .computer(.metal(numbers.int(0...plan.metals.count - 1))) }
    let dockers = plan.vms.indices.filter { plan.vms[$0].name.hasPrefix("docker") }
    return .computer(.vm(numbers.pick(dockers) ?? 0))
  }

  private mutating func port(of home: LabPlan.Home) -> Int {
    guard case .computer(let computer) = home else { return numbers.int(1024...60_000) }
    let key = "\(computer)"
    defer { freePorts[key, default: 8000] += 1 }
    return freePorts[key, default: 8000]
  }

  private mutating func addVolumes(to service: inout LabPlan.ServicePlan) {
    for name in ["data", "uploads"].prefix(numbers.int(1...2)) {
      let volumeClass = numbers.int(0...plan.classes.count - 1)
      service.volumes.append(
        LabPlan.VolumePlan(name: name, size: .gib(numbers.int(1...50)), volumeClass: volumeClass))
    }
    let hours = [1, 6, 12, 24][numbers.int(0...3)]
    service.backup = LabPlan.BackupPlan(
      every: .hours(hours), keep: .days(numbers.int(7...60)), target: numbers.once(in: 5) ? nil : 1,
      rpo: numbers.once(in: 2) ? .hours(hours) : nil)
  }

  private mutating func addExposure(to service: inout LabPlan.ServicePlan) {
    guard !plan.balancers.isEmpty else { return }
    service.exposures = [
      LabPlan.ExposurePlan(host: "\(service.name).\(plan.domain)", balancer: 0, nodePort: freeNodePort)
    ]
    freeNodePort += 1
  }

  private mutating func addAlert(to service: inout LabPlan.ServicePlan) {
    let name = service.name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    service.alerts = [
      LabPlan.AlertPlan(
        name: "\(name)Down", expression: "up{job=\"\(service.name)\"} == 0", says: "\(service.name) is down",
        runbook: "\(service.name)/down")
    ]
    plan.runbooks.append(
      (
        "runbooks/\(service.name)/down.md",
        """
        ---
        title: \(service.name) is down
        inputs: [reason]
        ---

        ## Look

        ```bash {step="look" timeout=30s}
        echo {{ service.name }} {{ input.reason }}
        ```

        """
      ))
  }
}
