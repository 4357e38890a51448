import Analysis
import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1003 = Rule(
  "RB1003", .note, "what is there several times does not hang on one thing below it",
  why: """
    Several machines look like safety. When their disks lie on one NAS, or all of them hang on one switch or one power feed, \
    they fall together, and the redundancy above it never helps.
    """,
  remedy: """
    Put the disks of some of them on a datastore of their hosts, or on another system; plug them into two switches, two power \
    feeds. Where one such thing is all there is, know it: `spof` says what falls with it.
    """)

extension Check {
  /// What is there several times does not hang on one thing below it.
  static let membersShareNoStorage = Check(
    rb1003,
    bad: { .quorum(on: [Example.pve1, Example.pve2, Example.pve3], store: Example.disks) },
    good: { .quorum(on: [Example.pve1, Example.pve2, Example.pve3]) },
    findings: { lab in
      let hosts = Set(lab.all((any Machine).self).map(\.failureDomain)).union(lab.all(ProxmoxHost.self).map(\.id))
      let fates = lab.analysis.sharedFates.filter { fate in
        !hosts.contains(fate.cause) && !(lab[fate.owner] is any Frontend) && fate.owner.kind != "vip"
          && fate.purpose != "etcd members"
      }
      let byCause = Dictionary(grouping: fates, by: \.cause)
      return lab.analysis.physicalThings.compactMap { cause in
        guard let fates = byCause[cause] else { return nil }
        let groups = fates.map { "the \($0.purpose) of \($0.owner)" }.joined(separator: ", ")
        return rb1003.diagnostic(
          about: cause, "\(groups) fall together with \(cause)",
          notes: fates.prefix(5).map {
            Diagnostic.Note(
              "\($0.lost.map(\.name).joined(separator: ", ")): \($0.lost.count) of \($0.members), \($0.required) needed",
              about: $0.owner)
          })
      }
    })
}
