/// Where a capture comes from, and so what its value can be.
struct CaptureSource: Sendable {
  private let capture: Capture
  private let work: Work<PlannedText>?
  /// How many items the loop has in which it is captured; nothing outside of loops.
  let items: Int?

  init(_ capture: Capture, of work: Work<PlannedText>?, items: Int?) {
    self.capture = capture
    self.work = work
    self.items = items
  }

  /// The values of a loop's items, a line for each: all the same, or those of the first item and of the others.
  func values(ofItems items: Int, from samples: [String]) -> [String] {
    var seen: Set<String> = []
    let lines = samples.flatMap { [$0] + $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      .filter { canGive($0) && seen.insert($0).inserted }.prefix(Self.mostLines)
    func text(_ first: String, _ others: String) -> String {
      ([first] + Array(repeating: others, count: max(0, items - 1))).joined(separator: "\n")
    }
    let mixed = lines.flatMap { first in lines.filter { $0 != first }.map { text(first, $0) } }
    return lines.map { text($0, $0) } + (items > 1 ? mixed : [])
  }

  /// How many values are tried for the items of a loop.
  private static let mostLines = 8

  /// Values worth trying where no comparison names one.
  func samples(named name: String) -> [String] {
    let plain = name.split(separator: ".").last.map(String.init) ?? name
    var samples: [String] = []
    switch capture.selector {
    case .exit: samples = ["0", "1"]
    case .status: samples = ["200", "404"]
    case .match(let source):
      if let group = RegularExpression.firstGroup(of: source) {
        samples = [group.sample(more: true), group.sample(more: false)]
      } else {
        samples = RegularExpression.samples(of: source)
      }
    case .output, .json, .header: break
    }
    for case let expected? in [expectation] { samples += expected.candidates }
    return samples + (capture.kind == .lines ? ["\(plain)-1\n\(plain)-2"] : ["\(plain)-value"])
  }

  /// Whether the work can give a value and still have succeeded.
  func canGive(_ value: String) -> Bool {
    let lines = value.split(separator: "\n")
    guard !lines.isEmpty, lines.count == 1 || (capture.kind == .lines && items == nil) else { return false }
    if capture.kind == .number, DecimalNumber(value) == nil { return false }
    if lines.contains(where: { $0.hasPrefix("-") && DecimalNumber(String($0)) == nil }) { return false }
    switch capture.selector {
    case .exit: if expectation == nil, value != "0" { return false }
    case .status: if Int(value).map({ (100...599).contains($0) }) != true { return false }
    case .match(let source):
      if let group = RegularExpression.firstGroup(of: source), !group.takes(value) { return false }
    case .output, .json, .header: break
    }
    guard let expectation else { return true }
    return (try? expectation.judge(value))?.holds == true
  }

  /// What is expected of the very part that is captured, where no other value is needed to tell.
  private var expectation: Comparison<String>? {
    guard let found = work?.expectations.first(where: { $0.selector == capture.selector }),
      found.comparison.values.allSatisfy({ $0.references.isEmpty })
    else { return nil }
    return Comparison(found.comparison.operator, found.comparison.values.map(\.description))
  }
}

extension RegexNode {
  /// Whether it takes all of a text.
  fileprivate func takes(_ text: String) -> Bool {
    guard let whole = try? RegexProgram(.sequence([.edge(.start), self, .edge(.end)])) else { return true }
    var machine = RegexMachine(program: whole, text: Array(text.unicodeScalars))
    return ((try? machine.run()) ?? nil) != nil
  }
}
