import Diagnostics
import LabLanguage
import LabModel

/// Asks of each cluster whether its pods fit on the workers that are left when a host is lost.
///
/// Requests count, limits do not; the workers' own programs are not counted, so that what does not fit here never does.
struct PodPlanner {
  private let lab: ResolvedLab
  private let requests: [ThingID: [PodRequests]]
  private let clusters: [any Cluster]

  init(_ lab: ResolvedLab) {
    self.lab = lab
    clusters = lab.all((any Cluster).self)
    var requests: [ThingID: [PodRequests]] = [:]
    for service in lab.all(Service.self) {
      if let cluster = service.cluster, let pods = PodRequests(service) { requests[cluster, default: []].append(pods) }
    }
    self.requests = requests
  }

  /// The hosts that workers of clusters fall with, in the order of declaration.
  var hosts: [ThingID] {
    var seen: Set<ThingID> = []
    return clusters.flatMap { workers(of: $0).map(\.failureDomain) }.filter { seen.insert($0).inserted }
  }

  /// The answer for each cluster that has workers on a host, and pods that ask for something.
  func pods(without host: ThingID) -> [Capacity.Pods] {
    clusters.compactMap { cluster in
      let workers = workers(of: cluster)
      let lost = workers.filter { $0.failureDomain == host || $0.id == host }
      guard !lost.isEmpty, let requests = requests[cluster.id] else { return nil }
      let left = workers.filter { $0.failureDomain != host && $0.id != host }
      return answer(cluster.id, requests, lost: lost, left: left)
    }
  }

  private func workers(of cluster: any Cluster) -> [any Machine] {
    cluster.nodes.filter { $0.roles.contains(.worker) }.compactMap { lab.thing($0.machine, as: (any Machine).self) }
  }

  private func answer(
    _ cluster: ThingID, _ requests: [PodRequests], lost: [any Machine], left: [any Machine]
  ) -> Capacity.Pods {
    var bins = left.map(\.room)
    let names = Dictionary(
      left.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var items: [BinPacking.Size] = []
    var isConstrained = false
    for pods in requests {
      isConstrained = isConstrained || pods.isConstrained
      if pods.isOnEachWorker {
        for bin in bins.indices { bins[bin].take(pods.size) }
      } else if let name = pods.pinned {
        // What is kept on a lost worker stays down with it.
        for _ in 0..<pods.count { if let bin = names[name] { bins[bin].take(pods.size) } }
      } else {
        items += Array(repeating: pods.size, count: pods.count)
      }
    }
    var answer = Capacity.Pods(
      cluster: cluster, verdict: .fits, count: items.count, workersLost: lost.map(\.id), shortfall: nil)
    switch BinPacking(items: items, bins: bins).outcome {
    case .packed where !isConstrained: break
    case .packed, .notDecided:
      answer.verdict = .notDecided
      answer.shortfall =
        isConstrained
        ? "rules about nodes say where some pods may run" : "no placement was found, and none was ruled out"
    case .impossible(let reason):
      answer.verdict = .doesNotFit
      answer.shortfall = words(reason, of: items)
    }
    return answer
  }

  private func words(_ reason: BinPacking.Reason, of items: [BinPacking.Size]) -> String {
    func memory(_ kib: Int) -> String { "\(DataSize(bytes: kib << 10))" }
    func cores(_ thousandths: Int) -> String { "\(CPU.millicores(thousandths))" }
    switch reason {
    case .itemTooLarge(let index):
      return
        "a pod that asks for \(cores(items[index].cores)) cores and \(memory(items[index].memory)) fits on no worker"
    case .memory(let needed, let free):
      return "\(memory(needed)) of memory are requested, \(memory(free)) are there: \(memory(needed - free)) too little"
    case .cores(let needed, let free):
      return "\(cores(needed)) cores are requested, \(cores(free)) are there: \(cores(needed - free)) too few"
    case .noPlacement:
      return "there is enough in total, but no way to divide it: every placement was tried"
    }
  }
}

extension Machine {
  /// Thousandths of cores, and KiB, rounded down.
  fileprivate var room: BinPacking.Size {
    BinPacking.Size(
      cores: min(max(cores, 0), 1 << 20) * 1_000, memory: min(memory.bytes >> 10, 1 << 40), widest: Int.max)
  }
}

extension BinPacking.Size {
  fileprivate mutating func take(_ size: BinPacking.Size) {
    cores = max(0, cores - size.cores)
    memory = max(0, memory - size.memory)
  }
}
