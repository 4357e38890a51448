import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0409 = Rule(
  "RB0409", .error, "a port of a place has one listener",
  why: """
    The program that starts second does not start: `address already in use`. Which of the two that is changes with every \
    restart. A node port is taken on every node of the cluster at once.
    """,
  remedy: "Give one of them another port.", waivable: false)

extension Check {
  /// A port of a machine or a node port of a cluster has one listener.
  ///
  /// What a load balancer can share between host names is its own system's business.
  static let listenersDoNotClash = Check(
    rb0409,
    bad: {
      .exposed {
        $0.exposed(at: "web.lab.example", through: $1, port: 80, nodePort: 30080)
          .exposed(at: "www.lab.example", through: $1, port: 8080, nodePort: 30080)
      }
    },
    good: {
      .exposed {
        $0.exposed(at: "web.lab.example", through: $1, port: 80, nodePort: 30080)
          .exposed(at: "www.lab.example", through: $1, port: 80, nodePort: 30081)
      }
    },
    findings: { lab in
      var taken: [Socket: (listener: Listener, owner: ThingID)] = [:]
      let listeners = lab.things.flatMap { thing in thing.listeners.map { ($0, thing.id) } }
      return listeners.compactMap { listener, owner -> Diagnostic? in
        if lab[listener.place] is any Frontend { return nil }
        let socket = Socket(place: listener.place, port: listener.port, transport: listener.transport)
        guard let first = taken[socket] else {
          taken[socket] = (listener, owner)
          return nil
        }
        return rb0409.diagnostic(
          about: owner,
          "\(listener.port)/\(listener.transport.rawValue) of \(listener.place) is taken twice: "
            + "\(first.listener.use), \(listener.use)",
          notes: [Diagnostic.Note("\(first.owner) takes it", about: first.owner)])
      }
    })

  /// What only one listener can have.
  private struct Socket: Hashable {
    let place: ThingID
    let port: Int
    let transport: Transport
  }
}
