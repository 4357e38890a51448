extension Step {
  /// The step as it stands in the runbook that calls its own.
  ///
  /// Ids, jumps and groups begin with the calling step's id and a slash, captures with that id and a dot.
  func prefixed(with prefix: String) -> Step {
    guard !prefix.isEmpty else { return self }
    var step = self
    step.id = prefix + id
    if case .jump(let target) = onFailure { step.onFailure = .jump(prefix + target) }
    if case .branch(var branch) = kind {
      branch.choices = branch.choices.map { .init(when: $0.condition, goTo: prefix + $0.target) }
      branch.otherwise = branch.otherwise.map { prefix + $0 }
      step.kind = .branch(branch)
    }
    step.parallel = parallel.map { prefix + $0 }
    let scope = Reference.scope(of: prefix)
    step.captures = captures.map { Capture(scope + $0.name, $0.selector, kind: $0.kind) }
    return step
  }
}

extension Reference {
  /// What stands before the captures of a called runbook's steps: `backup.` for `backup/`.
  static func scope(of prefix: String) -> String { prefix.split(separator: "/").map { "\($0)." }.joined() }
}
