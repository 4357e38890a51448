/// Reads a file of sections line by line.
struct RuleSectionReader {
  private var sections: [RuleSection] = []
  private var paragraph: [Substring] = []
  private var fence: (marker: Substring, example: RuleSection.Example, lines: [Substring])?
  private var number = 0

  /// Reads the next line.
  mutating func read(_ line: Substring) {
    number += 1
    if let open = fence {
      if line == open.marker { closeFence(open) } else { fence?.lines.append(line) }
    } else if line.hasPrefix("## ") {
      endParagraph()
      sections.append(RuleSection(code: String(line.dropFirst(3)), paragraphs: [], examples: []))
    } else if line.hasPrefix("```") {
      endParagraph()
      openFence(line)
    } else if line.isEmpty {
      endParagraph()
    } else {
      paragraph.append(line)
    }
  }

  /// The sections that were read.
  mutating func finished() -> [RuleSection] {
    endParagraph()
    if let open = fence { closeFence(open) }
    return sections
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty, !sections.isEmpty {
      sections[sections.count - 1].paragraphs.append(paragraph.joined(separator: " "))
    }
    paragraph = []
  }

  private mutating func openFence(_ line: Substring) {
    let marker = line.prefix { $0 == "`" }
    let words = line.dropFirst(marker.count).split(separator: " ")
    let kind = words.dropFirst().first.flatMap { RuleSection.Example.Kind(rawValue: String($0)) }
    let path = words.dropFirst(kind == nil ? 1 : 2).first.map(String.init)
    let example = RuleSection.Example(
      language: words.first.map(String.init) ?? "", kind: kind, path: path, text: "", line: number + 1)
    fence = (marker, example, [])
  }

  private mutating func closeFence(_ open: (marker: Substring, example: RuleSection.Example, lines: [Substring])) {
    var example = open.example
    example.text = open.lines.map { $0 + "\n" }.joined()
    if !sections.isEmpty { sections[sections.count - 1].examples.append(example) }
    fence = nil
  }
}
