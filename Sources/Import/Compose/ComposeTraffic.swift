import ComposeFile
import Diagnostics

/// Who talks to whom in a project, and on which ports: what Compose leaves to one open network, and a cluster must be told.
struct ComposeTraffic {
  /// The services that each service names: in `depends_on`, `links`, its environment or its command.
  private(set) var calls: [String: [String]] = [:]
  /// The ports that others call each service on.
  private(set) var calledPorts: [String: [Int]] = [:]
  /// The services that wait for the end of each service.
  private(set) var endAwaited: Set<String> = []

  init(_ conversion: ComposeConversion, root: ComposeCursor) {
    let services = conversion.project.services
    var names: [String: String] = [:]
    for (name, node) in services {
      names[name] = name
      for other in Self.otherNames(of: node) where names[other] == nil { names[other] = name }
    }
    for (name, node) in services {
      var called: [String] = []
      for (target, condition) in node["depends_on"]?.mapping?.entries ?? [] {
        called.append(target)
        if condition["condition"]?.text == "service_completed_successfully" { endAwaited.insert(target) }
      }
      for link in node["links"]?.items ?? [] {
        if let target = link.text?.split(separator: ":").first { called.append(String(target)) }
      }
      let texts =
        (conversion.project.environments[name] ?? []).compactMap(\.value)
        + ["command", "entrypoint"].flatMap { node[$0]?.items?.compactMap(\.text) ?? [] }
      for text in texts {
        for (host, port) in Self.hosts(in: text) {
          guard let target = names[host], target != name else { continue }
          called.append(target)
          if let port { calledPorts[target, default: []].append(port) }
        }
      }
      var seen: Set<String> = [name]
      calls[name] = called.filter { seen.insert($0).inserted }
    }
  }

  /// The further names that a service answers to.
  static func otherNames(of node: ComposeNode) -> [String] {
    var names = [node["container_name"]?.text, node["hostname"]?.text].compactMap(\.self)
    for (_, network) in node["networks"]?.mapping?.entries ?? [] {
      names += network["aliases"]?.items?.compactMap(\.text) ?? []
    }
    return names.filter { !Placeholder.isPresent(in: $0) }
  }

  /// The words of a text that can be hosts, each with its port where one follows.
  ///
  /// A word counts where the text is only it, where a port follows, or where `//` or `@` stands before it.
  static func hosts(in text: String) -> [(host: String, port: Int?)] {
    var hosts: [(String, Int?)] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard isNamePart(text[index]) else {
        index = text.index(after: index)
        continue
      }
      let word = text[index...].prefix(while: isNamePart)
      let before = text[..<index].suffix(2)
      let after = text[word.endIndex...]
      let port = after.first == ":" ? Int(after.dropFirst().prefix { $0.isASCII && $0.isNumber }) : nil
      let isMarked = before == "//" || before.last == "@" || port != nil
      if isMarked || (word.startIndex == text.startIndex && word.endIndex == text.endIndex) {
        hosts.append((String(word), port.flatMap { (1...65535).contains($0) ? $0 : nil }))
      }
      index = word.endIndex
    }
    return hosts
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
  }
}
