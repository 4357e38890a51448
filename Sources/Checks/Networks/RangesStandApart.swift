import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0113 = Rule(
  "RB0113", .error, "ranges share no address",
  why: """
    A DHCP server and a cluster's address pool do not talk to each other. Where both hand out an address, a phone \
    takes the place of a service.
    """,
  remedy: "Draw one of the ranges smaller, here and where it is configured.")

extension Check {
  /// Ranges share no address.
  static let rangesStandApart = Check(
    rb0113,
    bad: {
      .example {
        Network("guests", "192.168.20.0/24") {
          DHCP(from: "192.168.20.60", to: "192.168.20.120")
          Reserved("metallb", from: "192.168.20.100", to: "192.168.20.150")
        }
      }
    },
    good: {
      .example {
        Network("guests", "192.168.20.0/24") {
          DHCP(from: "192.168.20.60", to: "192.168.20.99")
          Reserved("metallb", from: "192.168.20.100", to: "192.168.20.150")
        }
      }
    },
    findings: { lab in
      // Only ranges of one network can meet: networks share no address, and a range lies in its own.
      let networks = Dictionary(grouping: lab.handedOut, by: \.range.network).values
      return networks.flatMap { ranges in
        ranges.indices.flatMap { index in
          ranges[..<index].filter { $0.range.overlaps(ranges[index].range) }.map { earlier in
            let (range, owner) = ranges[index]
            return rb0113.diagnostic(
              about: owner, at: range.declared,
              "\(range.use.rawValue) '\(range.name)' of \(owner) shares addresses with \(earlier.range.use.rawValue) "
                + "'\(earlier.range.name)' of \(earlier.owner)",
              notes: [
                Diagnostic.Note(
                  "\(earlier.range.firstText) to \(earlier.range.lastText)", about: earlier.owner,
                  at: earlier.range.declared)
              ])
          }
        }
      }
    })
}
