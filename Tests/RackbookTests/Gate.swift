/// The places at which a run waits for a person, each in a runbook of its own.
///
/// Scripts find the folder of the test in `GATES`. The step `after`, or what else must not happen by itself, writes `passed` there.
enum Gate: String, CaseIterable, Sendable {
  case plain, manual, confirm, approval, input, settlement, failure, drift, jump, steady

  private static let after = "```bash {step=\"after\"}\necho passed >> \"$GATES/passed\"\n```\n"

  /// What a person types before the question that is meant.
  var typed: [String] { self == .jump ? ["j"] : [] }
  /// Whether plain steps run unasked, so that the gate is what is waited at.
  var needsYes: Bool { self != .plain && self != .drift }

  /// Whether it is meant to be passed: by Enter, which is a person's answer, and plain steps by `--yes`.
  func isPassed(by absence: AbsentPerson) -> Bool {
    switch absence {
    case .emptyLine: self == .manual || self == .plain
    case .yes: self == .plain
    default: false
    }
  }

  private var header: String { "---\ntitle: \(rawValue)\n\(self == .input ? "inputs: [reason]\n" : "")---\n\n" }

  /// The runbook; `changed` for what it has become while the run stood still.
  func runbook(changed: Bool = false) -> String {
    header + (changed ? "It has changed.\n\n" : "") + steps
  }

  private var steps: String {
    switch self {
    case .manual: "```manual {step=\"gate\"}\nPull the plug.\n```\n\n" + Self.after
    case .confirm: "```confirm {step=\"gate\"}\nIs it unplugged?\n```\n\n" + Self.after
    case .approval: "```approval {step=\"gate\" count=1 valid=4h}\nMay it be unplugged?\n```\n\n" + Self.after
    case .plain, .input, .drift: Self.after
    // Its first process kills the runner; what it did once must not be done again.
    case .settlement:
      "```bash {step=\"gate\"}\n"
        + "if [ -e \"$GATES/killed\" ]; then echo passed >> \"$GATES/passed\"; exit; fi\n"
        + "touch \"$GATES/killed\"; kill -9 $PPID\n```\n\n" + Self.after
    case .failure, .jump: "```bash {step=\"gate\"}\nexit 7\n```\n\n" + Self.after
    case .steady:
      "```bash {steady=\"well\" title=\"it is well\"}\ntest ! -e \"$GATES/broken\"\n```\n\n"
        + "```bash {step=\"gate\"}\ntouch \"$GATES/broken\"\n```\n\n"
        + "```bash {undo=\"gate\"}\necho passed >> \"$GATES/passed\"\n```\n"
    }
  }
}
