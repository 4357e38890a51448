/// How an attribute of a fence is written.
enum AttributeShape {
  /// A name alone.
  case flag
  /// A name and a value, once.
  case value
  /// A name and a value, as often as one likes.
  case repeated

  /// Every attribute there is.
  static let all: [String: AttributeShape] = {
    var shapes: [String: AttributeShape] = [:]
    for name in values { shapes[name] = .value }
    for name in flags { shapes[name] = .flag }
    for name in ["skip-if", "only-if", "require", "expect", "capture"] { shapes[name] = .repeated }
    return shapes
  }()

  private static let flags = ["canary", "critical", "end", "idempotent", "not-critical", "tty"]
  private static let values = [
    "attempts", "ca", "check", "concurrency", "connect-to", "context", "count", "each", "every", "factor", "from",
    "host",
    "kubeconfig", "locks", "longest-pause", "max-errors", "message", "mode", "namespace", "of", "on-failure", "only-in",
    "parallel", "pause", "phase", "precondition", "retry-on", "secret", "steady", "step", "step-timeout", "timeout",
    "title", "undo", "undo-check", "user", "valid", "wait",
  ]

  /// Attributes of every step.
  static let ofSteps = [
    "step", "title", "skip-if", "only-if", "require", "message", "only-in", "phase", "on-failure", "critical",
    "not-critical", "end", "locks",
  ]
  /// Attributes of steps that carry something out, beside those of what they carry out.
  static let ofCarriedOutSteps = [
    "attempts", "pause", "factor", "longest-pause", "retry-on", "step-timeout", "idempotent", "each", "concurrency",
    "max-errors", "canary", "parallel", "capture", "wait", "every",
  ]
  /// Attributes of whatever a process carries out.
  static let ofWorks = ["host", "user", "timeout", "secret", "expect"]

  /// Attributes of one language, beside those above.
  static func own(to language: String) -> [String] {
    switch language {
    case "bash", "sh", "command": ["tty"]
    case "kubectl", "helm": ["kubeconfig", "context", "namespace"]
    case "copy": ["mode"]
    case "http": ["connect-to", "ca"]
    case "approval": ["from", "count", "valid"]
    default: []
    }
  }
}
