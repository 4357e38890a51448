import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0003 = Rule(
  "RB0003", .error, "a name is a DNS label",
  why: """
    Names become host names, Kubernetes objects, file names and identifiers. DNS and Kubernetes take 1 to 63 \
    lower-case letters, digits and hyphens, with no hyphen at either end (RFC 1123). Pools, datastores, storage \
    classes and templates keep the names that their systems gave them: there, letters of both cases, dots and \
    underscores are fine too.
    """,
  remedy: "Write the name in lower case, with hyphens for everything else.", waivable: false)

extension Check {
  /// A name is a DNS label, or at least a plain word.
  static let nameFitsHostNames = Check(
    rb0003,
    bad: { .example { Example.vm("Web_01", id: 101, at: "192.168.10.31") } },
    good: { .example { Example.vm("web-01", id: 101, at: "192.168.10.31") } },
    findings: { lab in
      lab.things.compactMap { thing in
        let isForeign = namedElsewhere.contains(thing.id.kind)
        guard !(isForeign ? DNSName.isPlainWord(thing.name) : DNSName.isLabel(thing.name)) else { return nil }
        return rb0003.diagnostic(
          about: thing.id,
          isForeign
            ? "\(thing.id): a \(thing.id.kind)'s name has letters, digits, dots, hyphens and underscores only"
            : "\(thing.id): a name has 1 to 63 lower-case letters, digits and hyphens, none at either end",
          fixes: [.label(near: thing.name)].compactMap { $0 })
      }
    })

  /// Kinds whose names other systems have given.
  private static let namedElsewhere: Set<String> = ["pool", "datastore", "storage-class", "vm-template", "dns-zone"]
}

extension Fix {
  /// Offers the DNS label that a name comes down to; nil where nothing of it is left.
  static func label(near name: String) -> Fix? {
    DNSName.label(near: name).map { Fix("write it as a DNS label", quoted: name, by: $0) }
  }
}
