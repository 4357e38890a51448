extension Selector {
  /// What it looks at, in messages.
  var name: String {
    switch self {
    case .exit: "the exit code"
    case .output: "the output"
    case .match(let pattern): "what \(pattern.shown) finds"
    case .json(let path): path
    case .status: "the status"
    case .header(let name): "the header '\(name)'"
    }
  }

  /// Whether it needs the output by itself, without the errors.
  var looksAtOutput: Bool {
    switch self {
    case .exit, .status, .header: false
    case .output, .match, .json: true
    }
  }
}
