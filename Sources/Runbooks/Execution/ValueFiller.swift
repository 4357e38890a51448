/// Puts the values that are known in a run into a plan's texts.
struct ValueFiller: TextFiller {
  /// What stands for a value that is not known.
  enum Missing {
    /// `<name>`: the text is only looked at.
    case standsOpen
    /// The empty text: it is compared with something.
    case isEmpty
    /// Nothing: the text cannot be used.
    case isRefused
  }

  /// The values of inputs and captures.
  let values: [Reference: String]
  /// The loop's item.
  let item: String?
  /// What the steps of this item have captured; goes before the others.
  let ofItem: [Reference: String]
  let missing: Missing
  /// The step the texts are of, for the problems; empty where that is known.
  var step = ""
  /// Why a value cannot stand where it would.
  private(set) var problems: [String] = []

  init(
    _ values: [Reference: String], item: String? = nil, ofItem: [Reference: String] = [:],
    missing: Missing = .standsOpen
  ) {
    self.values = values
    self.item = item
    self.ofItem = ofItem
    self.missing = missing
  }

  mutating func prose(_ text: PlannedText) -> String {
    text.parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let reference):
        value(of: reference)?.split(separator: "\n").joined(separator: ", ") ?? "<\(reference.name)>"
      }
    }.joined()
  }

  mutating func value(_ text: PlannedText) -> String {
    var filled = ""
    for part in text.parts {
      switch part {
      case .text(let text): filled += text
      case .value(let reference): filled += known(reference)
      }
    }
    return filled
  }

  /// A value of several lines is as many words.
  mutating func words(_ text: PlannedText) -> [String] {
    guard case .value(let reference) = text.parts.first, text.parts.count == 1 else { return [value(text)] }
    if value(of: reference) == nil, missing == .isEmpty { return [] }
    return known(reference).split(separator: "\n").map(String.init)
  }

  mutating func host(_ text: PlannedText, line: Int) -> String {
    let host = value(text)
    if isKnown(text), !Name.isHost(host) { refuse("'\(host)' cannot be a host") }
    return host
  }

  mutating func user(_ text: PlannedText) -> String {
    let user = value(text)
    if isKnown(text), !Name.isUser(user) { refuse("'\(user)' cannot be a user") }
    return user
  }

  mutating func shell(_ text: PlannedText) -> String {
    var writer = ShellWriter()
    for part in text.parts {
      switch part {
      case .text(let text): writer.add(text)
      case .value(let reference):
        guard let value = value(of: reference) else {
          writer.add(known(reference))
          continue
        }
        if let obstacle = writer.add(words: value.split(separator: "\n").map(String.init)) {
          refuse("the value of \(Self.kind(of: reference)) '\(reference.name)' needs quoting, but \(obstacle)")
        }
      }
    }
    return writer.text
  }

  private func value(of reference: Reference) -> String? {
    reference == .item ? item : ofItem[reference] ?? values[reference]
  }

  /// A value, or what stands for it.
  private mutating func known(_ reference: Reference) -> String {
    if let value = value(of: reference) { return value }
    switch missing {
    case .standsOpen: return "<\(reference.name)>"
    case .isEmpty: return ""
    case .isRefused:
      refuse("the \(Self.kind(of: reference)) '\(reference.name)' has no value: what gives it was not done")
      return ""
    }
  }

  private func isKnown(_ text: PlannedText) -> Bool { text.references.allSatisfy { value(of: $0) != nil } }

  private mutating func refuse(_ problem: String) {
    problems.append(step.isEmpty ? problem : "step '\(step)': \(problem)")
  }

  private static func kind(of reference: Reference) -> String {
    switch reference {
    case .input: "input"
    case .capture: "capture"
    case .item: "loop's"
    }
  }
}
