import Systems
import LabLanguage
import LabModel
import TestNumbers

extension Fault {
  static let machines: [Fault] = [
    vm("RB0201") { vm, numbers, _ in vm.id = numbers.int(1...99) },
    Fault("RB0202") { plan, numbers in
      guard let index = numbers.pick(plan.dockers) else { return false }
      plan.vms[index].id = plan.templates[numbers.int(0...1)].id
      return true
    },
    vm("RB0203") { vm, numbers, _ in
      switch numbers.int(0...2) {
      case 0: vm.cores = 0
      case 1: vm.memory = 0
      default: vm.disk = 0
      }
    },
    vm("RB0204") { vm, _, plan in vm.memory = plan.hosts[vm.host].memory + 1 },
    vm("RB0205") { vm, _, plan in vm.cores = plan.hosts[vm.host].cores + 1 },
    Fault("RB0206") { plan, numbers in
      let host = numbers.int(0...plan.hosts.count - 1)
      for number in 1...4 { _ = plan.addGuest("build\(number)", on: host, cores: plan.hosts[host].cores) }
      return true
    },
  ]

  static let clusters: [Fault] = [
    Fault("RB0301") { plan, _ in
      guard !plan.clusters.isEmpty else { return false }
      plan.clusters[0].masters.append(plan.addGuest("km04", on: plan.hosts.count - 1, cores: 4, memory: 8))
      return true
    },
    cluster("RB0302") { cluster in
      cluster.etcdOnly = cluster.masters
      cluster.masters = []
    },
    Fault("RB0303") { plan, _ in
      guard let cluster = plan.clusters.first, let first = plan.vm(cluster.masters[0]),
        let second = plan.vm(cluster.masters[1])
      else { return false }
      plan.vms[second].host = plan.vms[first].host
      return true
    },
    cluster("RB0304") { $0.workers = [] },
    cluster("RB0305") { $0.workers = Array($0.workers.prefix(1)) },
    cluster("RB0306") { $0.release = "2.31.9" },
    cluster("RB0307") { $0.kubernetes = "v\($0.kubernetes)" },
    cluster("RB0308") { $0.kubernetes = "1.36.0" },
    cluster("RB0309") { $0.pods = "10.233.64.0-10.233.127.255" },
    Fault("RB0310") { plan, numbers in
      guard !plan.clusters.isEmpty else { return false }
      let second = plan.networks[0].stem.split(separator: ".")[1]
      if numbers.once(in: 2) {
        plan.clusters[0].pods = "10.\(second).0.0/17"
      } else {
        plan.clusters[0].services = "10.\(second).0.0/17"
      }
      return true
    },
    cluster("RB0311") { $0.pods = "10.233.64.0/23" },
    Fault("RB0312") { plan, _ in
      guard let master = plan.vm(plan.clusters.first?.masters.first) else { return false }
      plan.templates[plan.vms[master].template].system = OperatingSystem("ubuntu", "25.04")
      return true
    },
    Fault("RB0313") { plan, _ in
      guard let master = plan.vm(plan.clusters.first?.masters.last) else { return false }
      plan.vms[master].memory = 1
      return true
    },
    cluster("RB0314") { $0.workers.append($0.workers[0]) },
    cluster("RB0316") { $0.variables = [("kube_proxy_mode", "ipvs")] },
    cluster("RB0317") { $0.variables = [("kube_proxi_mode", "ipvs")] },
    cluster("RB0318") { $0.etcd = .init(heartbeatMilliseconds: 500, electionTimeoutMilliseconds: 1000) },
    Fault("RB0319") { plan, numbers in
      guard let master = plan.vm(plan.clusters.first?.masters[numbers.int(0...2)]) else { return false }
      plan.vms[master].store = plan.sharedStore()
      return true
    },
    cluster("RB0320") { $0.serverNames = ["10.0.0.999"] },
  ]
}
