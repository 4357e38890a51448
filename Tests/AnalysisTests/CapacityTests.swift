import Diagnostics
import LabLanguage
import LabModel
import TestNumbers
import Testing

@testable import Analysis

@Suite("Capacity after the loss of a host")
struct CapacityTests {
  static let lan = Network("lan", "10.0.0.0/16")
  static let tank = Pool("tank", size: .tib(1))
  static let nas = TrueNAS("nas", version: "25.10", at: lan["10.0.0.2"]) { tank }
  static let shared = Datastore("shared", on: tank)
  static let local = Datastore("local-lvm")

  static func host(_ number: Int, cores: Int = 8, memory: Int) -> ProxmoxHost {
    ProxmoxHost("pve\(number)", at: lan["10.0.1.\(number)"], cores: cores, memory: .gib(memory))
  }

  static func vm(_ number: Int, on host: ProxmoxHost, cores: Int = 1, memory: Int, store: Datastore = shared) -> VM {
    VM(
      "vm\(number)", id: 100 + number, on: host, at: lan["10.0.2.\(number)"], cores: cores, memory: .gib(memory),
      disk: .gib(10), store: store, from: VMTemplate("debian", id: 9000, on: host, operatingSystem: .debian13))
  }

  static func lab(_ things: [any Component]) -> ResolvedLab {
    ResolvedLab(name: "lab", domain: "lab.example", listed: [lan, nas, shared, local] + things)
  }

  /// Whether any placement of what can move leaves every host within its cores and its memory: all of them are tried.
  static func fits(_ hosts: [ProxmoxHost], _ vms: [VM], without lost: ProxmoxHost) -> Bool {
    let others = hosts.filter { $0.id != lost.id }
    let staying = vms.filter { $0.store == local.id && $0.host != lost.id }
    let moving = vms.filter { $0.store == shared.id }
    if !moving.contains(where: { $0.host == lost.id }) { return true }
    func isFine(_ placed: [(VM, ThingID)]) -> Bool {
      others.allSatisfy { host in
        let own = placed.filter { $0.1 == host.id }.map(\.0)
        return own.reduce(0) { $0 + $1.memory.wholeGiB } <= host.memory.wholeGiB
          && own.reduce(0) { $0 + $1.cores } <= 3 * host.cores && own.allSatisfy { $0.cores <= host.cores }
      }
    }
    func place(_ index: Int, _ placed: [(VM, ThingID)]) -> Bool {
      guard index < moving.count else { return isFine(placed) }
      return others.contains { place(index + 1, placed + [(moving[index], $0.id)]) }
    }
    return place(0, staying.map { ($0, $0.host) })
  }

  @Test("the answer is that of trying every placement, and its moves are a proof, on 1,000 random labs")
  func oracle() {
    var answers: [Capacity.Verdict: Int] = [:]
    for seed in 1...1_000 {
      var numbers = SeededNumbers(seed)
      let hosts = (1...numbers.int(2...4)).map { Self.host($0, cores: numbers.int(1...4), memory: numbers.int(8...24)) }
      var vms: [VM] = []
      var room = Dictionary(uniqueKeysWithValues: hosts.map { ($0.id, ($0.memory.wholeGiB, 3 * $0.cores)) })
      for number in 1...numbers.int(1...6) {
        let host = hosts[numbers.int(0...hosts.count - 1)]
        let (memory, cores) = (numbers.int(1...12), numbers.int(1...3))
        guard let left = room[host.id], left.0 >= memory, left.1 >= cores, cores <= host.cores else { continue }
        room[host.id] = (left.0 - memory, left.1 - cores)
        vms.append(
          Self.vm(
            number, on: host, cores: cores, memory: memory, store: numbers.once(in: 4) ? Self.local : Self.shared))
      }
      let lost = hosts[0]
      let capacity = Self.lab(hosts + vms).capacity(without: lost)
      answers[capacity.verdict, default: 0] += 1
      #expect(capacity.verdict == (Self.fits(hosts, vms, without: lost) ? .fits : .doesNotFit), "lab \(seed)")
      guard capacity.verdict == .fits else { continue }
      let targets = Dictionary(uniqueKeysWithValues: capacity.moves.map { ($0.machine, $0.to) })
      for vm in vms where vm.host == lost.id && vm.store == Self.shared.id { #expect(targets[vm.id] != nil) }
      for host in hosts.dropFirst() {
        let own = vms.filter { (targets[$0.id] ?? $0.host) == host.id }
        #expect(own.reduce(0) { $0 + $1.memory.wholeGiB } <= host.memory.wholeGiB, "lab \(seed)")
        #expect(own.reduce(0) { $0 + $1.cores } <= 3 * host.cores, "lab \(seed)")
      }
    }
    #expect(answers[.fits, default: 0] > 200 && answers[.doesNotFit, default: 0] > 50, "\(answers)")
  }

  @Test("a VM on local disks dies with its host, and asks for no room elsewhere")
  func localDisks() {
    let pve1 = Self.host(1, memory: 16), pve2 = Self.host(2, memory: 1)
    let capacity = Self.lab([pve1, pve2, Self.vm(1, on: pve1, memory: 8, store: Self.local)]).capacity(without: pve1)
    #expect(capacity.verdict == .fits && capacity.demand == 0)
    #expect(capacity.stranded.map(\.machine.name) == ["vm1"])
  }

  @Test("what does not fit comes with by how much")
  func shortfall() {
    let pve1 = Self.host(1, memory: 16), pve2 = Self.host(2, memory: 16)
    let capacity = Self.lab([
      pve1, pve2, Self.vm(1, on: pve1, memory: 8), Self.vm(2, on: pve1, memory: 4), Self.vm(3, on: pve2, memory: 8),
    ]).capacity(without: pve1)
    #expect(capacity.verdict == .doesNotFit)
    #expect(capacity.shortfall == "20 GiB of memory are needed, 16 GiB are there: 4 GiB too little")
  }

  @Test("others make room where that helps")
  func rearranged() {
    let pve1 = Self.host(1, memory: 12), pve2 = Self.host(2, memory: 12), pve3 = Self.host(3, memory: 8)
    let capacity = Self.lab([
      pve1, pve2, pve3, Self.vm(1, on: pve1, memory: 10), Self.vm(2, on: pve2, memory: 4),
      Self.vm(3, on: pve3, memory: 4),
    ]).capacity(without: pve1)
    #expect(capacity.verdict == .fits)
    #expect(capacity.moves.map(\.machine.name) == ["vm1", "vm2"])
  }

  @Test("where the budget ends, nothing is claimed")
  func budget() {
    // Nine items of three kinds into bins that leave no room: first-fit fails, and the search is cut off.
    let items = [7, 7, 6, 5, 5, 5, 4, 4, 4, 3].map { BinPacking.Size(cores: 1, memory: $0, widest: 1) }
    let bins = Array(repeating: BinPacking.Size(cores: 99, memory: 10, widest: 9), count: 5)
    #expect(BinPacking(items: items, bins: bins, budget: 3).outcome == .notDecided)
    #expect(BinPacking(items: items, bins: bins).outcome != .notDecided)
  }

  @Test("sizes that no machine has do not overflow")
  func hostile() {
    let pve1 = Self.host(1, cores: .max, memory: .max), pve2 = Self.host(2, cores: .min, memory: 0)
    let vms = (1...3).map { Self.vm($0, on: pve1, cores: .max, memory: .max) }
    #expect(Self.lab([pve1, pve2] + vms).capacity(without: pve1).verdict == .doesNotFit)
  }
}
