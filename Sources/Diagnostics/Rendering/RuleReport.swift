/// Writes the page of a rule: what it means, why, what to do, and its examples.
public struct RuleReport: Sendable {
  /// The rule.
  public var rule: Rule
  /// Its section of `docs/diagnostics`, if there is one.
  public var section: RuleSection?

  /// Names the rule.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - section: Its section of `docs/diagnostics`, if there is one.
  public init(_ rule: Rule, section: RuleSection?) {
    self.rule = rule
    self.section = section
  }

  /// The page for a terminal; what makes the difference between two examples is marked with `>`.
  public func text(_ style: TerminalStyle) -> String {
    let colour: TerminalStyle.Colour =
      switch rule.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    var lines = style.lines(label: "\(rule.severity.rawValue)[\(rule.code)]: ", colour, text: rule.title, .strong)
    lines += [""] + style.lines(label: "Why: ", .strong, text: rule.why)
    lines += [""] + style.lines(label: "What to do: ", .strong, text: rule.remedy)
    lines +=
      [""]
      + style.lines(
        text: rule.isWaivable ? "A lab can waive it: `Waiver(\"\(rule.code)\", ...)`." : "It cannot be waived.")
    for paragraph in section?.paragraphs ?? [] { lines += [""] + style.lines(text: paragraph) }
    for example in section?.examples ?? [] {
      lines += ["", style.paint(example.heading + ":", .strong)]
      let marked = section?.differences(of: example) ?? []
      lines += example.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
        if line.isEmpty { return "" }
        return marked.contains(number)
          ? style.paint("  > \(line)", example.kind == .bad ? .removed : .way) : "    \(line)"
      }
      while lines.last == "" { lines.removeLast() }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The page as plain sentences; examples are for the eye and left out.
  public var narrated: String {
    let word = rule.severity == .error ? "an error" : "a \(rule.severity.rawValue)"
    var sentences = [
      "\(rule.code) is \(word).", "The rule: \(Narration.sentence(rule.title))", "Why: \(Narration.sentence(rule.why))",
      "What to do: \(Narration.sentence(rule.remedy))",
      rule.isWaivable ? "A lab can waive it." : "It cannot be waived.",
    ]
    sentences += (section?.paragraphs ?? []).map(Narration.sentence)
    return sentences.joined(separator: "\n") + "\n"
  }
}
