import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0501 = Rule(
  "RB0501", .error, "a pool belongs to one NAS",
  why: """
    Impact, backups and diagrams follow the data to the machine that keeps it. A pool in no NAS is kept nowhere, one in \
    two NAS is looked for in the wrong one.
    """,
  remedy: "Put the pool into the braces of the NAS that has it: `TrueNAS(...) { tank }`.", waivable: false)

extension Check {
  /// A pool belongs to one NAS.
  static let poolBelongsToOneNAS = Check(
    rb0501,
    bad: { .example { Pool("spare", size: .tib(1)) } },
    good: {
      .example {
        Synology("backup-nas", version: "7.2", at: Example.lan["192.168.10.26"]) { Pool("spare", size: .tib(1)) }
      }
    },
    findings: { lab in
      let owners = lab.poolOwners
      return lab.all(Pool.self).compactMap { pool in
        let owners = owners[pool.id] ?? []
        guard owners.count != 1 else { return nil }
        return rb0501.diagnostic(
          about: pool.id,
          owners.isEmpty
            ? "\(pool.id) is in no NAS" : "\(pool.id) is in \(owners.map(\.description).joined(separator: " and "))",
          notes: owners.map { Diagnostic.Note("\($0) has it", about: $0) })
      }
    })
}

extension ResolvedLab {
  /// The systems that have each pool, in the order of declaration.
  var poolOwners: [ThingID: [ThingID]] {
    var owners: [ThingID: [ThingID]] = [:]
    for nas in things where nas is any NetworkStorage {
      for pool in nas.parts where pool is Pool { owners[pool.id, default: []].append(nas.id) }
    }
    return owners
  }
}
