import Compiler
import Diagnostics
import LabLanguage
import LabModel
import Systems

/// A small lab whose values the tests change one at a time.
struct TestLab {
  var domain = "lab.example"
  var vlan: Int?
  var host = "pve1"
  var vmid = 101
  var vmName = "web"
  var template = 9000
  var cores = 2
  var memory = DataSize.gib(8)
  var disk = DataSize.gib(64)
  var store = "local"
  var address = "192.168.10.31"
  var vip = "192.168.10.250"
  var version = "3.5.0"
  var zone = "Europe/Zurich"
  var replicas = 1
  var size = DataSize.gib(10)
  var storageClass = "iscsi"
  var nodePort = 30925
  var every = Interval.hours(6)
  var keep = Interval.days(30)
  var backsUp = true
  var hasCache = true
  var serviceName = "mealie"
  var vmLine: UInt = 20

  var resolved: ResolvedLab {
    let lan = Network("lan", "192.168.10.0/24", vlan: vlan, gateway: "192.168.10.1", dns: ["192.168.10.1"], line: 1)
    let hosts = ["pve1", "pve2"].enumerated().map { index, name in
      ProxmoxHost(
        name, at: lan["192.168.10.2\(index + 1)"], cores: 16, memory: .gib(64), line: UInt(2 + index))
    }
    let stores = ["local", "fast"].map { Datastore($0, line: $0 == "local" ? 4 : 5) }
    let debian = VMTemplate("debian", id: template, on: hosts[0], operatingSystem: .debian13, line: 6)
    let nas = TrueNAS("nas", version: "25.10", at: lan["192.168.10.5"], line: 7) {
      Pool("tank", size: .tib(4), line: 8)
    }
    let vm = VM(
      vmName, id: vmid, on: hosts[host == "pve1" ? 0 : 1], at: lan[address], cores: cores, memory: memory, disk: disk,
      store: stores[store == "local" ? 0 : 1], from: debian, line: vmLine)
    let balancers = (1...2).map { number in
      VM(
        "lb\(number)", id: 300 + number, on: hosts[number - 1], at: lan["192.168.10.4\(number)"], cores: 1,
        memory: .gib(1), disk: .gib(10), store: stores[0], from: debian, line: UInt(20 + number))
    }
    let api = LoadBalancer("edge", vip: lan[vip], fencing: .waived(because: "a test"), line: 30) {
      balancers[0]
      balancers[1]
    }
    var service = Service(serviceName, in: vm, "recipes", line: 40) {
      Container("ghcr.io/mealie-recipes/mealie:\(version)", port: 9000, line: 41)
      Environment("TZ", zone, line: 42)
      Deployment(replicas: replicas, line: 43)
    }
    .exposed(at: "mealie.lab.example", through: api, port: 9925, nodePort: nodePort, line: 44)
    if backsUp { service = service.backedUp(every: every, keep: keep, to: nas) }
    var listed: [any Component] = [lan, hosts[0], hosts[1], stores[0], stores[1], debian, nas, vm]
    listed += [balancers[0], balancers[1], api, service]
    if hasCache {
      listed.append(
        Service("cache", in: vm, "what waits", line: 50) { Container("docker.io/library/redis:8.2.2", line: 51) })
    }
    return ResolvedLab(name: "test", domain: domain, listed: listed)
  }

  /// What would be built.
  var state: BuildState { BuildState(of: compilation) }

  var compilation: Compilation { compile(resolved, withPortal: false) }

  /// What a change of this lab does.
  func plan(_ change: (inout TestLab) -> Void) -> Plan {
    var changed = self
    change(&changed)
    return Plan(from: state, to: changed.state)
  }
}
