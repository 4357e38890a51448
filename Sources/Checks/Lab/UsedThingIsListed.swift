import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0001 = Rule(
  "RB0001", .error, "a thing that is used is listed in the lab",
  why: """
    Declaring a value does not put it into the lab. What is used and not listed gets no VM, no address in the \
    inventory and no page, and whatever uses it is deployed without it.
    """,
  remedy: "Add the thing to the lab's body, or take the reference away.", waivable: false)

extension Check {
  /// A thing that is used is listed in the lab's body.
  static let usedThingIsListed = Check(
    rb0001,
    bad: {
      .example { Service("web", in: BareMetalHost.unlisted) { Container("nginx:1.28.0", port: 80) } }
    },
    good: {
      .example { Service("web", in: Example.node) { Container("nginx:1.28.0", port: 80) } }
    },
    findings: { lab in
      var users: [ThingID: [ThingID]] = [:]
      for thing in lab.things {
        for used in thing.references where lab[used] == nil && users[used]?.last != thing.id {
          users[used, default: []].append(thing.id)
        }
      }
      return users.map { missing, users in
        rb0001.diagnostic(
          about: users[0], "\(missing) is used by \(users[0]) and not listed in the lab",
          notes: users.dropFirst().map { Diagnostic.Note("\($0) uses it too", about: $0) },
          solutions: [
            NearMiss.suggestion(for: missing.name, in: lab.things.filter { $0.id.kind == missing.kind }.map(\.name)),
            "add \(missing) to the lab's body",
          ].compactMap { $0 })
      }
    })
}

extension Component {
  /// Every thing that this one names, whatever for.
  fileprivate var references: Set<ThingID> {
    var references = Set(relations.map(\.other))
    references.formUnion(addresses.map(\.network))
    references.formUnion(addressRanges.map(\.network))
    references.formUnion(listeners.map(\.place))
    references.formUnion(facts.compactMap(\.link))
    for need in startNeeds { if case .thing(let other) = need.target { references.insert(other) } }
    return references
  }
}

extension BareMetalHost {
  fileprivate static let unlisted = BareMetalHost(
    "unlisted", at: Example.lan["192.168.10.40"], cores: 4, memory: .gib(8), disk: .gib(100))
}
