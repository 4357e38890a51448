import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0502 = Rule(
  "RB0502", .error, "a volume or a disk is no larger than its pool",
  why:
    "A volume that promises more than its pool has is made without a word, and fails when the pool is full: for everybody.",
  remedy: "Correct the size or its unit, or take another pool.")

private let rb0503 = Rule(
  "RB0503", .warning, "what is promised on a pool fits it",
  why: """
    Volumes and disks take their space when it is written. A pool that is promised more than once is full one day, and \
    then every volume on it stops, also those that have not grown.
    """,
  remedy: "Promise less, or watch the pool's free space and know what to delete.")

extension Check {
  /// A volume or a disk is no larger than its pool.
  static let dataFitsItsPool = Check(
    rb0502,
    bad: { .volumes(.tib(11)) },
    good: { .volumes(.tib(9)) },
    findings: { lab in
      lab.promises.flatMap { pool, promises in
        promises.filter { $0.size > pool.size }.map { promise in
          rb0502.diagnostic(
            about: promise.owner, at: promise.declared,
            "\(promise.size) of \(promise.title) are more than \(pool.id) has (\(pool.size))",
            notes: [Diagnostic.Note("\(pool.id) is declared here", about: pool.id)])
        }
      }
    })

  /// What is promised on a pool fits it.
  static let promisesFitPool = Check(
    rb0503,
    bad: { .volumes(.tib(6), .tib(6)) },
    good: { .volumes(.tib(4), .tib(4)) },
    findings: { lab in
      lab.promises.compactMap { pool, promises in
        let total = promises.map(\.size).reduce(DataSize(bytes: 0), +)
        guard total > pool.size, promises.allSatisfy({ $0.size <= pool.size }) else { return nil }
        let largest = promises.sorted { $0.size > $1.size }.prefix(5)
        return rb0503.diagnostic(
          about: pool.id, "\(total) are promised on \(pool.id), which has \(pool.size)",
          notes: largest.map { Diagnostic.Note("\($0.title): \($0.size)", about: $0.owner, at: $0.declared) })
      }
    })
}

/// Space of a pool that a volume or a disk may take.
private struct Promise {
  let title: String
  let size: DataSize
  let owner: ThingID
  let declared: SourceLocation
}

extension ResolvedLab {
  /// Each pool with what may take its space; a volume that several services share counts once.
  fileprivate var promises: [(pool: Pool, promises: [Promise])] {
    var promises: [ThingID: [Promise]] = [:]
    for vm in all(VM.self) {
      guard let pool = thing(vm.store, as: Datastore.self)?.pool else { continue }
      promises[pool, default: []].append(
        Promise(title: "the disk of \(vm.id)", size: vm.disk, owner: vm.id, declared: vm.declared))
    }
    // What is declared before its service, or in another file, may be named by several services: it is one volume.
    var shared: Set<SourceLocation> = []
    for service in all(Service.self) {
      for volume in service.volumes
      where (service.declared.file == volume.declared.file && service.declared <= volume.declared)
        || shared.insert(volume.declared).inserted
      {
        guard let pool = thing(volume.storageClass, as: StorageClass.self)?.pool else { continue }
        promises[pool, default: []].append(
          Promise(
            title: "volume '\(volume.name)' of \(service.id)", size: volume.size, owner: service.id,
            declared: volume.declared))
      }
    }
    return all(Pool.self).compactMap { pool in promises[pool.id].map { (pool, $0) } }
  }

  /// A lab with a service for each volume of the given sizes.
  fileprivate static func volumes(_ sizes: DataSize...) -> ResolvedLab {
    .example {
      for (index, size) in sizes.enumerated() {
        Service("archive\(index)", in: Example.node) { Volume("data", size, on: Example.iscsi) }
          .notBackedUp(because: "an example")
      }
    }
  }
}
