import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0112 = Rule(
  "RB0112", .error, "a range runs forward between two addresses of its network",
  why: "A range that cannot be read, runs backwards or leaves its network protects no address, and nobody notices.",
  remedy: "Write its first and its last address, both on the network, the smaller one first.", waivable: false)

extension Check {
  /// A range runs forward between two addresses of its network.
  static let rangeLiesInItsNetwork = Check(
    rb0112,
    bad: { .example { Network("guests", "192.168.20.0/24") { DHCP(from: "192.168.20.99", to: "192.168.20.60") } } },
    good: { .example { Network("guests", "192.168.20.0/24") { DHCP(from: "192.168.20.60", to: "192.168.20.99") } } },
    findings: { lab in
      lab.handedOut.flatMap { range, owner in
        problems(of: range, in: lab.cidr(of: range.network)).map { problem in
          rb0112.diagnostic(
            about: owner, at: range.declared, "\(problem) (\(range.use.rawValue) '\(range.name)' of \(owner))")
        }
      }
    })

  private static func problems(of range: AddressRange, in cidr: IPv4Network?) -> [String] {
    let unreadable = [range.firstText, range.lastText].filter { IPv4Address($0) == nil }
    guard unreadable.isEmpty, let first = range.first, let last = range.last else {
      return unreadable.map { "'\($0)' is no IPv4 address" }
    }
    if last < first { return ["\(last), the last address, comes before \(first), the first"] }
    guard let cidr else { return [] }
    return [first, last].filter { !cidr.contains($0) }.map { "\($0) is outside \(range.network) (\(cidr))" }
  }
}
