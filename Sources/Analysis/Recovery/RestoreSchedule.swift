import Diagnostics
import LabModel

/// The order in which data are read back: what others need first, then the tightest promise; one after the other from each
/// system that keeps copies, several systems at once.
///
/// With one such system no other order keeps a promise that this one breaks (Lawler's rule: due dates handed down to what is
/// needed, the earliest first).
struct RestoreSchedule {
  private let graph: DependencyGraph
  private let jobs: [Int: RestoreJob]
  /// The place of each thing in the start order; those that never start have none.
  private let places: [Int: Int]
  private var due: [Int: Int] = [:]
  private var waiting: [Int]
  private var membersUp: [Int]
  private var queues: [ThingID: PriorityQueue<Turn>] = [:]
  private var busy: Set<ThingID> = []
  private var finishing = PriorityQueue<Turn>()
  /// When each service works again, in seconds after the start of restoring.
  private(set) var ready: [Int: Int] = [:]
  /// The services in the order in which their data are back, with the time at which reading began.
  private(set) var sequence: [(job: Int, from: Int, to: Int)] = []

  /// Something's turn: the smaller number first, then the earlier place in the start order.
  private struct Turn: Comparable {
    var key: Int
    var place: Int
    var job: Int
    static func < (left: Turn, right: Turn) -> Bool {
      (left.key, left.place, left.job) < (right.key, right.place, right.job)
    }
  }

  init(_ jobs: [RestoreJob], in graph: DependencyGraph, order: [Int]) {
    self.graph = graph
    self.jobs = Dictionary(jobs.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    membersUp = Array(repeating: 0, count: graph.requirements.count)
    waiting = graph.owned.map {
      $0.count { graph.requirements[$0].use == .operation && graph.requirements[$0].required > 0 }
    }
    setDueDates(order)
    run()
  }

  /// The latest end of each thing that leaves time for everything that needs it.
  private mutating func setDueDates(_ order: [Int]) {
    for thing in order.reversed() {
      var latest = jobs[thing]?.promisedRTO?.seconds ?? Int.max
      for number in graph.joined[thing] {
        let requirement = graph.requirements[number]
        guard requirement.use == .operation, requirement.required > 0, let other = due[requirement.owner],
          other < Int.max
        else { continue }
        latest = min(latest, other - (jobs[requirement.owner]?.duration ?? 0))
      }
      due[thing] = latest
    }
  }

  private mutating func run() {
    // What needs nothing is there at once; what it releases follows at the same moment.
    let free = waiting.indices.filter { waiting[$0] == 0 }
    for thing in free where jobs[thing] != nil { enqueue(thing, at: 0) }
    settle(free.filter { jobs[$0] == nil }, at: 0)
    beginNext(at: 0)
    while let turn = finishing.popFirst() {
      if let source = jobs[turn.job]?.source { busy.remove(source) }
      settle([turn.job], at: turn.key)
      // Everything that ends at this moment ends before anything new begins.
      while let same = finishing.first, same.key == turn.key {
        _ = finishing.popFirst()
        if let source = jobs[same.job]?.source { busy.remove(source) }
        settle([same.job], at: same.key)
      }
      beginNext(at: turn.key)
    }
  }

  /// Marks things as working, and with them what waited only for them and has no data to read.
  private mutating func settle(_ things: [Int], at time: Int) {
    var pending = things
    while let thing = pending.popLast() {
      guard ready[thing] == nil else { continue }
      ready[thing] = time
      for number in graph.joined[thing] {
        let requirement = graph.requirements[number]
        guard requirement.use == .operation, requirement.required > 0 else { continue }
        membersUp[number] += 1
        guard membersUp[number] == requirement.required else { continue }
        waiting[requirement.owner] -= 1
        guard waiting[requirement.owner] == 0 else { continue }
        if jobs[requirement.owner] == nil {
          pending.append(requirement.owner)
        } else {
          enqueue(requirement.owner, at: time)
        }
      }
    }
  }

  private mutating func enqueue(_ thing: Int, at time: Int) {
    guard let job = jobs[thing], let duration = job.duration, let source = job.source else { return }
    if duration == 0 {
      sequence.append((thing, time, time))
      finishing.add(Turn(key: time, place: places[thing] ?? Int.max, job: thing))
    } else {
      queues[source, default: PriorityQueue()].add(
        Turn(key: due[thing] ?? Int.max, place: places[thing] ?? Int.max, job: thing))
    }
  }

  private mutating func beginNext(at time: Int) {
    for source in queues.keys.sorted() where !busy.contains(source) {
      guard let turn = queues[source]?.popFirst(), let duration = jobs[turn.job]?.duration else { continue }
      let (end, overflow) = time.addingReportingOverflow(duration)
      busy.insert(source)
      sequence.append((turn.job, time, overflow ? Int.max : end))
      finishing.add(Turn(key: overflow ? Int.max : end, place: turn.place, job: turn.job))
    }
  }
}
