import Diagnostics
import LabLanguage
import LabModel

/// What one service's data need after the loss of a storage system.
struct RestoreJob {
  var service: Service
  var position: Int
  /// What is read back.
  var amount = DataSize(bytes: 0)
  /// Where it is read from; nil where nothing survives.
  var source: ThingID?
  /// How long reading it back takes; nil where it never ends.
  var duration: Int? = 0
  var rpo: Interval?
  var rpoReason = ""
  var promisedRPO: Interval?
  var promisedRTO: Interval?
}

/// Finds what has to be restored from where.
struct RestoreJobs {
  private let lab: ResolvedLab
  private let graph: DependencyGraph
  private let owners: [ThingID: any NetworkStorage]
  private let classes: [ThingID: ThingID]
  private let pools: [ThingID: Pool]

  init(lab: ResolvedLab, graph: DependencyGraph) {
    self.lab = lab
    self.graph = graph
    var owners: [ThingID: any NetworkStorage] = [:]
    for storage in lab.all((any NetworkStorage).self) { for pool in storage.parts { owners[pool.id] = storage } }
    self.owners = owners
    classes = Dictionary(
      lab.all(StorageClass.self).compactMap { each in each.pool.map { (each.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    pools = Dictionary(lab.all(Pool.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Each storage system that services keep state on, with their jobs.
  var byStorage: [(lost: ThingID, jobs: [RestoreJob])] {
    var jobs: [ThingID: [RestoreJob]] = [:]
    for service in lab.all(Service.self) {
      guard let position = graph.position(of: service.id) else { continue }
      var volumes: [ThingID: [Volume]] = [:]
      for volume in service.volumes where volume.waiver == nil {
        guard let pool = classes[volume.storageClass], let owner = owners[pool] else { continue }
        volumes[owner.id, default: []].append(volume)
      }
      guard service.backup.map({ if case .waived = $0 { false } else { true } }) ?? true else { continue }
      for (lost, volumes) in volumes {
        jobs[lost, default: []].append(job(of: service, at: position, volumes, lost: lost))
      }
    }
    return lab.things.compactMap { thing in jobs[thing.id].map { (thing.id, $0) } }
  }

  private func job(of service: Service, at position: Int, _ volumes: [Volume], lost: ThingID) -> RestoreJob {
    var job = RestoreJob(service: service, position: position)
    var policy: Backup.Policy?
    if case .copied(let stated) = service.backup { policy = stated }
    job.promisedRPO = policy?.rpo
    job.promisedRTO = policy?.rto
    let replicas = volumes.map { volume in
      classes[volume.storageClass].flatMap { pools[$0]?.replication }.flatMap { replica in
        owners[replica.pool].flatMap { $0.id == lost ? nil : (replica, $0.id) }
      }
    }
    let unreplicated = zip(volumes, replicas).filter { $0.1 == nil }.map(\.0)
    if unreplicated.isEmpty {
      let oldest = replicas.compactMap { $0?.0 }.max { $0.every < $1.every }
      job.source = replicas.compactMap { $0?.1 }.first
      job.rpo = oldest?.every
      job.rpoReason = oldest.map { "\($0.pool) is brought up to date every \($0.every)" } ?? ""
      return job
    }
    job.amount = unreplicated.map(\.size).reduce(DataSize(bytes: 0), +)
    guard let policy, policy.target != lost, let target = lab.thing(policy.target, as: (any NetworkStorage).self) else {
      job.duration = nil
      job.rpoReason = policy == nil ? "it has no backup" : "its copies are lost with its data"
      return job
    }
    job.source = policy.target
    let time = target.restoreThroughput.time(for: job.amount)
    job.duration = time?.seconds
    addRPO(to: &job, policy, copying: time, at: target.restoreThroughput)
    return job
  }

  /// A copy that takes longer than the time to the next one makes the next one wait.
  private func addRPO(
    to job: inout RestoreJob, _ policy: Backup.Policy, copying time: Interval?, at throughput: Throughput
  ) {
    job.rpo = policy.every
    job.rpoReason = "a copy every \(policy.every)"
    guard let time else { return job.rpo = nil }
    if time > policy.every {
      job.rpo = time
      job.rpoReason = "a whole copy of \(job.amount) at \(throughput) takes \(time.spoken), longer than \(policy.every)"
    }
  }
}

extension Interval {
  /// As people say it, in two units: `1 h 12 min`, `34 min 8 s`.
  public var spoken: String {
    let units = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    guard let first = units.firstIndex(where: { $0.0 <= seconds }) else { return "0 s" }
    var rest = seconds
    var words: [String] = []
    for (size, name) in units[first...].prefix(2) {
      let count = rest / size
      rest %= size
      if count > 0 { words.append("\(count) \(name)") }
    }
    return words.joined(separator: " ")
  }
}
