/// Puts the values that are known in a run into a plan's texts.
struct ValueFiller: TextFiller {
  /// The values of inputs, captures and the item.
  let values: [Reference: String]
  /// The step the texts are of, for the problems.
  var step = ""
  /// Why a value cannot stand where it would.
  private(set) var problems: [String] = []

  init(_ values: [Reference: String]) { self.values = values }

  mutating func prose(_ text: PlannedText) -> String { text.filled(with: values) }
  mutating func value(_ text: PlannedText) -> String { text.filled(with: values) }

  /// A value of several lines is as many words.
  mutating func words(_ text: PlannedText) -> [String] {
    guard case .value(let reference) = text.parts.first, text.parts.count == 1, let value = values[reference] else {
      return [text.filled(with: values)]
    }
    return value.split(separator: "\n").map(String.init)
  }

  mutating func host(_ text: PlannedText, line: Int) -> String {
    let host = text.filled(with: values)
    if isKnown(text), !Name.isHost(host) { refuse("'\(host)' cannot be a host") }
    return host
  }

  mutating func user(_ text: PlannedText) -> String {
    let user = text.filled(with: values)
    if isKnown(text), !Name.isUser(user) { refuse("'\(user)' cannot be a user") }
    return user
  }

  mutating func shell(_ text: PlannedText) -> String {
    var writer = ShellWriter()
    for part in text.parts {
      switch part {
      case .text(let text): writer.add(text)
      case .value(let reference):
        guard let value = values[reference] else {
          writer.add("<\(reference.name)>")
          continue
        }
        if let obstacle = writer.add(words: [value]) {
          refuse("the value of \(Self.kind(of: reference)) '\(reference.name)' needs quoting, but \(obstacle)")
        }
      }
    }
    return writer.text
  }

  private func isKnown(_ text: PlannedText) -> Bool { text.references.allSatisfy { values[$0] != nil } }

  private mutating func refuse(_ problem: String) { problems.append("step '\(step)': \(problem)") }

  private static func kind(of reference: Reference) -> String {
    switch reference {
    case .input: "input"
    case .capture: "capture"
    case .item: "the loop's"
    }
  }
}
