import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0006 = Rule(
  "RB0006", .error, "a host name belongs to one machine",
  why: """
    A VM and a bare-metal host of one name are two things for the lab and one name for DNS, ssh and Ansible: one of \
    them is configured as the other.
    """,
  remedy: "Rename one of the two.", waivable: false)

extension Check {
  /// A host name belongs to one machine, of whatever kind.
  static let hostNameBelongsToOneMachine = Check(
    rb0006,
    bad: { .example { Example.vm("node", id: 101, at: "192.168.10.31") } },
    good: { .example { Example.vm("web", id: 101, at: "192.168.10.31") } },
    findings: { lab in
      var owners: [String: ThingID] = [:]
      return lab.things.compactMap { thing in
        guard thing is any Machine || thing is any NetworkStorage || thing is ProxmoxHost else { return nil }
        guard let first = owners.updateValue(thing.id, forKey: thing.name) else { return nil }
        return rb0006.diagnostic(
          about: thing.id, "\(lab.hostName(of: thing.id)) is the host name of \(thing.id) and of \(first)",
          notes: [Diagnostic.Note("\(first) has it", about: first)], solutions: ["rename one of the two"])
      }
    })
}
