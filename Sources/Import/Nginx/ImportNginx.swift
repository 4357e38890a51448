import Diagnostics
import LabModel
import SourceDocuments

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads configurations of nginx for what they state about machines; they give no declarations.
///
/// A server of an upstream with an address is a statement about the machine that the comment behind it names, or that the
/// upstream is called after where it has one server alone.
///
/// - Parameter paths: Files, and folders with files that end in `.conf`.
/// - Returns: The statements, and what became of every directive.
public func importNginx(_ paths: [String]) -> ImportedLab {
  var lab = ImportedLab()
  for path in paths {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let isFolder = FileListing.isFolder(path) == true
    let files = isFolder ? FileListing.files(below: path, endings: [".conf"]) : [path]
    if files.isEmpty { lab.diagnostics.append(SourceRules.unreadable(path)) }
    for file in files { readNginx(file, into: &lab) }
  }
  return lab
}

private func readNginx(_ path: String, into lab: inout ImportedLab) {
  guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 16 << 20,
    let text = String(validating: bytes, as: UTF8.self)
  else {
    lab.diagnostics.append(SourceRules.unreadable(path))
    return
  }
  let reader = NginxReader(text, path: path)
  if let line = reader.lineOfStrayBrace {
    lab.diagnostics.append(
      NginxRules.bracesFit.diagnostic(
        at: SourceLocation(path, line), "a brace is opened and not closed, or the reverse"))
  }
  var servers: [String: Int] = [:]
  for statement in reader.statements {
    if let upstream = statement.upstream { servers[upstream, default: 0] += 1 }
  }
  for statement in reader.statements {
    let isStated = add(statement, isAlone: statement.upstream.map { servers[$0] == 1 } ?? false, to: &lab)
    lab.residue.add(
      Residue.Entry(
        source: "nginx", place: statement.place,
        path: (statement.blocks + statement.words.prefix(1)).joined(separator: "."),
        fate: .dropped(
          isStated ? "held against what is known of machines" : "configurations of nginx are only compared")))
  }
}

/// States what a server of an upstream says, and tells whether it says anything.
private func add(_ statement: NginxStatement, isAlone: Bool, to lab: inout ImportedLab) -> Bool {
  guard let upstream = statement.upstream, let target = statement.words.dropFirst().first,
    let address = IPv4Address(String(target.split(separator: ":").first ?? ""))
  else { return false }
  let place = statement.place
  lab.facts.append(ImportedFact(ThingID("upstream", upstream), ImportedFact.server, "\(address)", at: place))
  let named = statement.comment.split(whereSeparator: { " \t,;:".contains($0) }).first.map(String.init)
  for name in [named, isAlone ? upstream : nil].compactMap({ $0 }) {
    let host = name.split(separator: ".").first.map(String.init) ?? name
    for spelling in Set([host, host.split(separator: "_").joined(separator: "-")]).sorted() {
      lab.facts.append(ImportedFact(ThingID("host", spelling), ImportedFact.hearsay, "\(address)", at: place))
    }
  }
  return true
}

extension NginxStatement {
  /// The upstream that a server stands in; nil for anything else.
  fileprivate var upstream: String? {
    guard words.first == "server", let block = blocks.last, block.hasPrefix("upstream ") else { return nil }
    return String(block.dropFirst("upstream ".utf8.count))
  }
}
