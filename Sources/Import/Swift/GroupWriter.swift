import Diagnostics

/// Writes groups of declarations into files, and remembers the lists that they end with.
struct GroupWriter {
  let printer: SwiftPrinter
  var names: SwiftIdentifiers
  let prefix: String
  private(set) var files: [SwiftFile] = []
  private(set) var lists: [String] = []

  init(printer: SwiftPrinter, names: SwiftIdentifiers, prefix: String) {
    self.printer = printer
    self.names = names
    self.prefix = prefix
  }

  /// Writes a group, in as many files as it needs.
  mutating func write(_ group: String, _ declarations: [ImportedDeclaration]) {
    for (index, chunk) in declarations.chunks(of: SwiftSources.fileLimit).enumerated() {
      let name = "\(prefix)\(group)\(index == 0 ? "" : String(index + 1))"
      var blocks: [[String]] = []
      for declaration in chunk { blocks.append(block(declaration)) }
      for listed in chunk.filter(\.isListed).chunks(of: SwiftSources.braceLimit) {
        let list = names.name(name)
        lists.append(list)
        let things = listed.map { SwiftExpression.thing($0.id) }
        blocks.append(listDeclaration(list, type: "Component", things))
      }
      files.append(SwiftFile(name: "\(name).swift", text: text(of: blocks)))
    }
  }

  /// Writes the file with the list of all lists; where those are many, lists of lists stand between.
  mutating func writeList(_ name: String, of lists: [String]) {
    var blocks: [[String]] = []
    var level = lists
    while level.count > SwiftSources.braceLimit {
      level = level.chunks(of: SwiftSources.braceLimit).map { chunk in
        let list = names.name("\(name) part")
        blocks.append(builder(list, chunk))
        return list
      }
    }
    blocks.append(["/// Everything that was imported: name it in the body of the lab."] + builder(name, level))
    files.append(SwiftFile(name: "\(prefix)Import.swift", text: text(of: blocks)))
  }

  private func builder(_ name: String, _ lists: [String]) -> [String] {
    ["@LabBuilder var \(name): [any Component] {"] + lists.map { "  \($0)" } + ["}"]
  }

  private func text(of blocks: [[String]]) -> String {
    "import Rackbook\n\n" + blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private mutating func block(_ declaration: ImportedDeclaration) -> [String] {
    let name = printer.identifiers[declaration.id] ?? "value"
    var before: [[String]] = []
    let call = shortened(declaration.call, name: name, before: &before)
    let comments = declaration.comments + ["From \(declaration.place)"]
    let own = comments.flatMap(commentLines) + printer.declaration(name, call)
    return Array((before + [own]).joined(separator: [""]))
  }

  /// The call with long braces moved into lists that stand before it.
  private mutating func shortened(_ call: SwiftCall, name: String, before: inout [[String]]) -> SwiftCall {
    guard let parts = call.parts, parts.count > SwiftSources.braceLimit, let type = SwiftCall.partTypes[call.word]
    else { return call }
    // With more than 625 parts the lists grow rather than their number.
    let size = max(SwiftSources.braceLimit, (parts.count + SwiftSources.braceLimit - 1) / SwiftSources.braceLimit)
    var copy = call
    copy.parts = parts.chunks(of: size).map { chunk in
      let list = names.name("\(name) parts")
      before.append(listDeclaration(list, type: type, chunk))
      return .existing(list)
    }
    return copy
  }

  private func listDeclaration(_ name: String, type: String, _ items: [SwiftExpression]) -> [String] {
    let head = "let \(name): [any \(type)] = "
    var lines = printer.lines(.list(items), indent: 0, before: head.count, after: 0)
    lines[0] = head + lines[0]
    return lines
  }

  /// A comment, its words on lines of at most 120 columns; line breaks and what cannot be seen become blanks.
  private func commentLines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = "//"
    let visible = text.unicodeScalars.map {
      $0.properties.generalCategory == .control || $0.value > 0x2027 ? " " : Character($0)
    }
    for word in visible.split(separator: " ").flatMap({ Array($0).chunks(of: SwiftPrinter.width - 3) }) {
      if line.count + 1 + word.count > SwiftPrinter.width, line != "//" {
        lines.append(line)
        line = "//"
      }
      line += " " + String(word)
    }
    return lines + [line]
  }
}

extension Array {
  /// The elements in order, so many at a time.
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: Swift.max(1, size)).map {
      Array(self[$0..<Swift.min($0 + Swift.max(1, size), count)])
    }
  }
}
