import Blueprint
import Diagnostics
import LabModel

private let rb0005 = Rule(
  "RB0005", .error, "the lab's name, domain and account can be used as they are",
  why: """
    The lab's name is part of file names, the domain is the end of every host name, and the account is created on \
    every machine. One that its tool does not take is found out machine by machine.
    """,
  remedy: """
    The name is a DNS label, the domain is DNS labels joined by dots, the account is 1 to 32 lower-case letters, \
    digits, hyphens and underscores that begin with a letter or underscore (useradd's own rule).
    """, waivable: false)

extension Check {
  /// The lab's own name, domain and account can be used as they are.
  static let labSettingsFit = Check(
    rb0005,
    bad: { ResolvedLab(name: "example", domain: "lab_example", listed: Example.base) },
    good: { ResolvedLab(name: "example", domain: "lab.example", listed: Example.base) },
    findings: { lab in
      var findings: [Diagnostic] = []
      if !DNSName.isLabel(lab.name) {
        findings.append(
          rb0005.diagnostic(
            "'\(lab.name)' is no DNS label and so no name for a lab",
            solutions: DNSName.label(near: lab.name).map { ["var name: String { \"\($0)\" }"] } ?? []))
      }
      if !DNSName.isName(lab.domain) {
        findings.append(
          rb0005.diagnostic("'\(lab.domain)' is no DNS domain", solutions: ["write labels joined by dots"]))
      }
      if !isAccount(lab.operatorAccount) {
        findings.append(rb0005.diagnostic("'\(lab.operatorAccount)' is no account name on Linux"))
      }
      return findings
    })

  private static func isAccount(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 32, first != UInt8(ascii: "-") else { return false }
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    return !isDigit && text == text.lowercased() && DNSName.isPlainWord("a" + text.dropFirst()) && !text.contains(".")
      && (first == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first))
  }
}
