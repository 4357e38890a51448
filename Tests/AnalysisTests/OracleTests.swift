import Diagnostics
import LabModel
import TestNumbers
import Testing

@testable import Analysis

/// Analysis against plain definitions, on a thousand labs made by chance.
@Suite("Analysis agrees with the naive definitions on 1,000 random labs")
struct OracleTests {
  static let seeds = 1...1_000

  @Test("what dies, what degrades, what survives, and the length of each chain of reasons")
  func impact() {
    for seed in Self.seeds {
      let lab = ResolvedLab.random(seed)
      let naive = NaiveLab(lab)
      var numbers = SeededNumbers(seed + 5_000)
      let lost = (0..<numbers.int(1...3)).map { _ in naive.all[numbers.int(0...naive.all.count - 1)] }
      let impact = lab.impact(of: lost)
      let rounds = naive.rounds(losing: lost)
      let degraded = naive.degraded(dead: Set(rounds.keys))
      #expect(Set(impact.lost) == Set(lost), "lab \(seed)")
      #expect(Set(impact.lost + impact.dies) == Set(rounds.keys), "lab \(seed)")
      #expect(Set(impact.degrades.map(\.thing)) == degraded, "lab \(seed)")
      #expect(Set(impact.survives) == Set(naive.all).subtracting(rounds.keys).subtracting(degraded), "lab \(seed)")
      for thing in naive.all {
        let path = impact.path(to: thing)
        #expect(path.count == rounds[thing] ?? 0, "lab \(seed), \(thing)")
        #expect(path.isEmpty || path.first?.thing == thing && lost.contains(path[path.count - 1].cause), "lab \(seed)")
        #expect(zip(path, path.dropFirst()).allSatisfy { $0.cause == $1.thing }, "lab \(seed)")
        #expect(path.allSatisfy { (rounds[$0.cause] ?? .max) < (rounds[$0.thing] ?? 0) }, "lab \(seed)")
      }
    }
  }

  @Test("single points of failure, with how many things die")
  func singlePoints() {
    for seed in Self.seeds {
      let lab = ResolvedLab.random(seed)
      let naive = NaiveLab(lab)
      let deaths = naive.all.map { naive.rounds(losing: [$0]).count - 1 }
      let found = lab.singlePointsOfFailure
      #expect(
        Dictionary(uniqueKeysWithValues: found.map { ($0.thing, $0.deaths) })
          == Dictionary(uniqueKeysWithValues: zip(naive.all, deaths).filter { $0.1 > 0 }), "lab \(seed)")
      #expect(found.map(\.deaths) == deaths.filter { $0 > 0 }.sorted(by: >), "lab \(seed)")
    }
  }

  @Test("who needs whom")
  func reachability() {
    for seed in Self.seeds {
      let lab = ResolvedLab.random(seed)
      let naive = NaiveLab(lab)
      let reachable = naive.reachable
      let analysis = LabAnalysis(lab)
      for from in naive.all {
        for to in naive.all {
          #expect(analysis.reaches(from, to) == reachable.contains([from, to]), "lab \(seed): \(from) to \(to)")
        }
      }
    }
  }

  @Test("the start order: everything that can start does, after what it needs")
  func order() {
    for seed in Self.seeds {
      let lab = ResolvedLab.random(seed, starts: true)
      let naive = NaiveLab(lab)
      let order = lab.startOrder
      #expect(
        Set(order.waves.joined().map(\.thing)) == naive.startable(breakingGlass: true), "lab \(seed)")
      #expect(order.waves.joined().count + order.unordered.count == naive.all.count, "lab \(seed)")
      var up: Set<ThingID> = []
      for wave in order.waves {
        let things = wave.map(\.thing)
        let declared = naive.all.filter { things.contains($0) }
        #expect(!things.isEmpty && things == declared, "lab \(seed)")
        for entry in wave {
          let missing = naive.startDemands(of: lab[entry.thing]!).filter {
            $0.members.count(where: up.contains) < $0.required
          }
          let areStated = missing.allSatisfy { $0.canBeDoneWithout }
          let absent = Set(missing.flatMap { $0.members })
          #expect(areStated && Set(entry.breakGlass.map(\.missing)) == absent, "lab \(seed), \(entry.thing)")
        }
        up.formUnion(wave.map(\.thing))
      }
    }
  }

  @Test("bootstrap cycles: exactly where needs to start leave something off, each a ring of real needs")
  func bootstrap() {
    var faults = 0
    for seed in Self.seeds {
      let lab = ResolvedLab.random(seed, starts: true)
      let naive = NaiveLab(lab)
      let cycles = lab.bootstrapCycles
      let off = Set(naive.all).subtracting(naive.startable(breakingGlass: true))
      let offAnyway = Set(naive.all).subtracting(naive.startable(breakingGlass: true, withStartNeeds: false))
      let unstated = cycles.filter { $0.breakGlass == nil }
      faults += unstated.count
      if off.isEmpty { #expect(unstated.isEmpty, "lab \(seed)") }
      if offAnyway.isEmpty { #expect(unstated.isEmpty == off.isEmpty, "lab \(seed)") }
      for cycle in cycles {
        #expect(cycle.path.first?.thing == cycle.thing && cycle.path.last?.other == cycle.thing, "lab \(seed)")
        #expect(zip(cycle.path, cycle.path.dropFirst()).allSatisfy { $0.other == $1.thing }, "lab \(seed)")
        for step in cycle.path {
          #expect(
            naive.startDemands(of: lab[step.thing]!).contains { $0.required > 0 && $0.members.contains(step.other) },
            "lab \(seed): \(step)")
        }
        #expect(cycle.breakGlass == nil || lab[cycle.thing]?.breakGlass != nil)
      }
    }
    #expect(faults > 20)
  }
}
