import Analysis
import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1001 = Rule(
  "RB1001", .note, "half of the services do not hang on one thing",
  why: """
    A lab with several hosts promises to survive one. What stands once and carries most of it breaks that promise alone, and is \
    the first thing to have a spare part, a runbook and a rehearsal for.
    """,
  remedy: """
    Have a second one, or a replica that takes over; or know it, and keep what replaces it at hand. `impact` lists what falls, \
    `spof` the others.
    """)

extension Check {
  /// Half of the services do not hang on one host, machine, storage system, switch or power feed.
  ///
  /// Only in labs with several hosts and ten services or more: below that, everybody knows.
  static let muchHangsOnOneThing = Check(
    rb1001,
    bad: { .services(on: [Example.node]) },
    good: { .services(on: [Example.node, Example.secondNode]) },
    findings: { lab in
      let services = lab.all(Service.self).count
      let hosts = Set(lab.all((any Machine).self).map(\.failureDomain)).union(lab.all(ProxmoxHost.self).map(\.id))
      guard services >= 10, hosts.count > 1 else { return [] }
      return lab.analysis.physicalSinglePointsOfFailure.filter { 2 * $0.services > services }.map { point in
        rb1001.diagnostic(
          about: point.thing, "\(point.services) of \(services) services die with \(point.thing)",
          solutions: ["see what and why with 'impact \(point.thing.kind)/\(point.thing.name)'"])
      }
    })
}

extension Example {
  fileprivate static let secondNode = BareMetalHost(
    "second", at: lan["192.168.10.31"], cores: 8, memory: .gib(32), disk: .tib(1))
}

extension ResolvedLab {
  /// A lab with ten services, in turn on the given machines.
  fileprivate static func services(on machines: [BareMetalHost]) -> ResolvedLab {
    .example {
      machines.filter { $0.id != Example.node.id }
      for number in 0..<10 {
        Service("app\(number)", in: machines[number % machines.count]) {
          Container("example.org/app:1.\(number)", port: 8_000 + number)
        }
      }
    }
  }
}
