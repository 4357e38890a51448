import Diagnostics
import LabLanguage
import LabModel

/// Holds what is promised of recovery against what moving the data takes, for the loss of each storage system.
struct RecoveryPlanner {
  let lab: ResolvedLab
  let graph: DependencyGraph

  var recovery: Recovery {
    let lost = RestoreJobs(lab: lab, graph: graph).byStorage
    guard !lost.isEmpty else { return Recovery(entries: []) }
    let waves = StartPlanner(graph, uses: [.operation]).wave
    let order = waves.indices.filter { waves[$0] != nil }.sorted { (waves[$0] ?? 0, $0) < (waves[$1] ?? 0, $1) }
    return Recovery(entries: lost.flatMap { entries(after: $0.lost, $0.jobs, order) })
  }

  private func entries(after lost: ThingID, _ jobs: [RestoreJob], _ order: [Int]) -> [Recovery.Entry] {
    // What nothing can bring back is another rule's business; what needs it is not held up by it for ever.
    let schedule = RestoreSchedule(jobs.filter { $0.source != nil && $0.duration != nil }, in: graph, order: order)
    let byPosition = Dictionary(jobs.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    var before: [ThingID: (count: Int, amount: DataSize)] = [:]
    var entries: [Recovery.Entry] = []
    for turn in schedule.sequence {
      guard let job = byPosition[turn.job], let source = job.source else { continue }
      let earlier = before[source] ?? (0, DataSize(bytes: 0))
      entries.append(
        entry(of: job, lost: lost, rto: .seconds(turn.to), reason: reason(job, from: turn.from, after: earlier)))
      if job.amount.bytes > 0 { before[source] = (earlier.count + 1, earlier.amount + job.amount) }
    }
    let scheduled = Set(schedule.sequence.map(\.job))
    for job in jobs where !scheduled.contains(job.position) {
      entries.append(
        entry(of: job, lost: lost, rto: nil, reason: job.source == nil ? job.rpoReason : "it never starts"))
    }
    return entries
  }

  private func entry(of job: RestoreJob, lost: ThingID, rto: Interval?, reason: String) -> Recovery.Entry {
    Recovery.Entry(
      service: job.service.id, lost: lost, source: job.source, amount: job.amount, promisedRPO: job.promisedRPO,
      rpo: job.rpo, rpoReason: job.rpoReason, promisedRTO: job.promisedRTO, rto: rto, rtoReason: reason)
  }

  private func reason(_ job: RestoreJob, from start: Int, after earlier: (count: Int, amount: DataSize)) -> String {
    guard let source = job.source, job.amount.bytes > 0,
      let target = lab.thing(source, as: (any NetworkStorage).self)
    else { return "a replica on \(job.source.map(\.description) ?? "another pool") takes over" }
    let own = Interval.seconds(job.duration ?? 0).spoken
    let reading = "\(job.amount) from \(source) at \(target.restoreThroughput) take \(own)"
    guard start > 0 else { return reading }
    let others = earlier.count == 1 ? "1 service" : "\(earlier.count) services"
    return "\(reading), after \(Interval.seconds(start).spoken) for \(earlier.amount) of \(others) before it"
  }
}
