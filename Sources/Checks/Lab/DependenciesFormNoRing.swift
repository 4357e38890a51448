import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0004 = Rule(
  "RB0004", .error, "dependencies form no ring",
  why: """
    After a power cut everything starts from nothing. Things that need each other in a ring cannot all be started, \
    whatever the order, and the cold-start runbook has no first step.
    """,
  remedy: """
    Take one arrow out of the path: move one of the things to where it does not depend on the ring, such as Vault \
    outside the cluster that reads its secrets from it.
    """, waivable: false)

extension Check {
  /// Dependencies form no ring.
  static let dependenciesFormNoRing = Check(
    rb0004,
    bad: {
      .example {
        Service("vault", in: Example.node) { Container("hashicorp/vault:1.20.4", port: 8200) }.needs(Service.database)
        Service.database.needs(Service("vault", in: Example.node))
      }
    },
    good: {
      .example {
        Service("vault", in: Example.node) { Container("hashicorp/vault:1.20.4", port: 8200) }
        Service.database.needs(Service("vault", in: Example.node))
      }
    },
    findings: { lab in
      lab.graph.dependencyCycles(from: lab.things.map(\.id)).map { path in
        rb0004.diagnostic(
          about: path[0],
          "\(path[0]) depends on itself: \(path.map { "\($0.kind) \($0.name)" }.joined(separator: " -> "))",
          notes: zip(path.dropFirst(), path.dropFirst(2)).map { from, to in
            Diagnostic.Note("\(from) depends on \(to)", about: from)
          },
          solutions: ["take one of the arrows out"])
      }
    })
}

extension Service {
  fileprivate static let database = Service("database", in: Example.node) { Container("postgres:17.2", port: 5432) }
}
