import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0107 = Rule(
  "RB0107", .error, "an address is four numbers from 0 to 255",
  why: """
    What is no address is taken for a host name by some tools and refused by others; a leading zero is octal to \
    some. Either way the machine is looked for in the wrong place.
    """,
  remedy: "Write dotted decimal without leading zeros: `lan[\"192.168.10.21\"]`.", waivable: false)

extension Check {
  /// An address is four numbers from 0 to 255.
  static let addressCanBeRead = Check(
    rb0107,
    bad: { .example { Example.vm("web", id: 101, at: "192.168.10.310") } },
    good: { .example { Example.vm("web", id: 101, at: "192.168.10.31") } },
    findings: { lab in
      lab.holdings.filter { $0.address.ip == nil }.map { holding in
        rb0107.diagnostic(
          about: holding.holder, "'\(holding.address.text)', the address of \(holding.holder), is no IPv4 address")
      }
    })
}
