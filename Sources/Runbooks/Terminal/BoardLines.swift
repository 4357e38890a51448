/// Writes a run's list of steps in lines that fit a terminal.
struct BoardLines {
  /// How many columns there are.
  var width: Int
  /// How many lines the list may take.
  var height: Int
  var usesColour: Bool

  /// The lines at a time; steps that have no room are counted above and below.
  func lines(_ board: RunBoard, at now: Int) -> [String] {
    let room = max(1, height)
    let steps = board.steps
    guard steps.count > room else { return steps.indices.map { line(steps[$0], number: $0 + 1, of: steps.count, now) } }
    let shown = max(1, room - 2)
    let first = max(0, min(board.current - shown / 2, steps.count - shown))
    let range = first..<(first + shown)
    let above = range.lowerBound
    let below = steps.count - range.upperBound
    var lines = range.map { line(steps[$0], number: $0 + 1, of: steps.count, now) }
    if above > 0, room > 2 { lines.insert(TextWidth.fit("... \(above) more above", width), at: 0) }
    if below > 0, room > 2 { lines.append(TextWidth.fit("... \(below) more below", width)) }
    return lines
  }

  private func line(_ step: BoardStep, number: Int, of count: Int, _ now: Int) -> String {
    let state = TextWidth.pad(step.state.rawValue, 8)
    let numbered = String(repeating: " ", count: "\(count)".count - "\(number)".count) + "\(number)"
    let time = Self.time(step, now)
    let rest = max(0, width - 8 - numbered.count - 2 - (time.isEmpty ? 0 : TextWidth.of(time) + 2))
    // The tail of a line that cannot have it is the title, then the time.
    let text = rest < 8 ? "\(numbered)  \(step.title)" : "\(numbered)  \(TextWidth.pad(step.title, rest))"
    let whole = TextWidth.fit(time.isEmpty || rest < 8 ? text : "\(text)  \(time)", max(0, width - 8))
    guard usesColour, let colour = step.state.colour, width > 8 else { return TextWidth.fit(state + whole, width) }
    return "\u{1B}[\(colour)m\(state)\u{1B}[0m\(whole)"
  }

  /// How long it took, or takes so far beside what is usual.
  private static func time(_ step: BoardStep, _ now: Int) -> String {
    if step.state == .running, let began = step.began {
      let elapsed = Milliseconds.describe(max(0, now - began) / 1_000 * 1_000)
      if let until = step.pausesUntil, until > now { return "\(elapsed), again in \((until - now + 999) / 1_000)s" }
      return elapsed + (step.usual.map { ", usually \(Milliseconds.describe($0))" } ?? "")
    }
    return step.took.map(Milliseconds.describe) ?? ""
  }
}
