import Diagnostics
import LabLanguage
import LabModel

/// Asks of each Proxmox host whether the others can take over its VMs.
///
/// Memory counts strictly. Cores count up to ``coreOvercommit`` times those of a host, and no VM has more cores than its host.
/// A VM on local disks cannot move.
struct CapacityPlanner {
  /// How many virtual cores a host carries for each of its own: what rule RB0206 takes as the limit.
  static let coreOvercommit = 3

  private let hosts: [ProxmoxHost]
  private let residents: [ThingID: [VM]]
  private let localDisks: Set<ThingID>
  private let pods: PodPlanner

  init(_ lab: ResolvedLab) {
    hosts = lab.all(ProxmoxHost.self)
    residents = Dictionary(grouping: lab.all(VM.self), by: \.host)
    pods = PodPlanner(lab)
    localDisks = Set(lab.all(Datastore.self).filter { $0.pool == nil }.map(\.id))
  }

  /// The answer for each host that runs VMs or workers.
  var all: [Capacity] {
    let hypervisors = hosts.filter { residents[$0.id] != nil }.map(\.id)
    return (hypervisors + pods.hosts.filter { !hypervisors.contains($0) }).map(capacity)
  }

  func capacity(without host: ThingID) -> Capacity {
    let vms = residents[host] ?? []
    var capacity = Capacity(
      host: host, verdict: .fits, demand: vms.count(where: canMove), moves: [],
      stranded: vms.filter { !canMove($0) }.map {
        .init(machine: $0.id, reason: "its disk is on \($0.store), which \($0.host) has for itself")
      },
      shortfall: nil, pods: pods.pods(without: host))
    let others = hosts.filter { $0.id != host }
    let moving = vms.filter(canMove)
    guard !moving.isEmpty else { return capacity }

    let inPlace = BinPacking(items: moving.map(\.size), bins: others.map { free(on: $0) { _ in true } })
    if case .packed(let placement) = inPlace.outcome {
      capacity.moves = moves(moving, placement, others)
      return capacity
    }
    // Not beside what runs there today; perhaps when some of that makes room.
    let all = moving + others.flatMap { residents[$0.id] ?? [] }.filter(canMove)
    let rearranged = BinPacking(items: all.map(\.size), bins: others.map { free(on: $0) { !canMove($0) } })
    switch rearranged.outcome {
    case .packed(let placement): capacity.moves = moves(all, placement, others)
    case .notDecided:
      capacity.verdict = .notDecided
      capacity.shortfall = "no placement was found, and none was ruled out"
    case .impossible(let reason):
      capacity.verdict = .doesNotFit
      capacity.shortfall = words(reason, of: all, on: others)
    }
    return capacity
  }

  private func canMove(_ vm: VM) -> Bool { !localDisks.contains(vm.store) }

  /// What a host has left beside those of its VMs that stay.
  private func free(on host: ProxmoxHost, beside stays: (VM) -> Bool) -> BinPacking.Size {
    let staying = (residents[host.id] ?? []).filter(stays).map(\.size)
    let room = host.room
    return BinPacking.Size(
      cores: max(0, room.cores - staying.reduce(0) { $0 + $1.cores }),
      memory: max(0, room.memory - staying.reduce(0) { $0 + $1.memory }), widest: room.widest)
  }

  private func moves(_ vms: [VM], _ placement: [Int], _ others: [ProxmoxHost]) -> [Capacity.Move] {
    zip(vms, placement).map { Capacity.Move(machine: $0.id, from: $0.host, to: others[$1].id) }
      .filter { $0.from != $0.to }
  }

  private func words(_ reason: BinPacking.Reason, of vms: [VM], on others: [ProxmoxHost]) -> String {
    switch reason {
    case .itemTooLarge(let index):
      let vm = vms[index]
      guard !others.isEmpty else { return "there is no other host for \(vm.id)" }
      return "\(vm.id) (\(vm.cores) cores, \(vm.memory)) fits on no other host, whatever else makes room there"
    case .memory(let needed, let free):
      return "\(kib(needed)) of memory are needed, \(kib(free)) are there: \(kib(needed - free)) too little"
    case .cores(let needed, let free):
      return "\(needed) cores are needed, \(free) are there at \(Self.coreOvercommit) to 1: \(needed - free) too few"
    case .noPlacement:
      return "there is enough memory in total, but no way to divide it: every placement was tried"
    }
  }

  private func kib(_ amount: Int) -> String { "\(DataSize(bytes: amount << 10))" }
}

/// The most that is counted of a size, so that no number a person may write can overflow a sum: 1 PiB, a million cores.
private let most = (memory: 1 << 40, cores: 1 << 20)

extension VM {
  /// Cores, and memory rounded up to whole KiB.
  fileprivate var size: BinPacking.Size {
    let cores = min(max(cores, 0), most.cores)
    return BinPacking.Size(
      cores: cores, memory: min((memory.bytes >> 10) + (memory.bytes & 1023 > 0 ? 1 : 0), most.memory), widest: cores)
  }
}

extension ProxmoxHost {
  /// Cores with overcommitment, and memory in whole KiB.
  fileprivate var room: BinPacking.Size {
    let cores = min(max(cores, 0), most.cores)
    return BinPacking.Size(
      cores: CapacityPlanner.coreOvercommit * cores, memory: min(memory.bytes >> 10, most.memory), widest: cores)
  }
}
