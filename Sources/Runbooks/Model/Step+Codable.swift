extension Step: Codable where Text: Codable {
  private enum Key: String, CodingKey {
    case id, title, note, line, guards, precondition, check, undo, undoCheck, retry, timeoutMilliseconds, onFailure
    case isCritical, isEnd, isIdempotent, onlyIn, phase, loop, parallel, captures, locks
  }

  /// Reads a step; whatever is not there is as it is unless something else is said.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try values.decode(String.self, forKey: .id), title: try values.decode(Text.self, forKey: .title),
      kind: try StepKind(from: decoder), line: try values.decode(Int.self, forKey: .line))
    note = try values.decodeIfPresent(String.self, forKey: .note) ?? note
    guards = try values.decodeIfPresent([StepGuard<Text>].self, forKey: .guards) ?? guards
    precondition = try values.decodeIfPresent(Work<Text>.self, forKey: .precondition)
    check = try values.decodeIfPresent(Work<Text>.self, forKey: .check)
    undo = try values.decodeIfPresent(Work<Text>.self, forKey: .undo)
    undoCheck = try values.decodeIfPresent(Work<Text>.self, forKey: .undoCheck)
    retry = try values.decodeIfPresent(Retry.self, forKey: .retry) ?? retry
    timeoutMilliseconds = try values.decodeIfPresent(Int.self, forKey: .timeoutMilliseconds)
    onFailure = try values.decodeIfPresent(FailurePolicy.self, forKey: .onFailure) ?? onFailure
    isCritical = try values.decodeIfPresent(Bool.self, forKey: .isCritical) ?? isCritical
    isEnd = try values.decodeIfPresent(Bool.self, forKey: .isEnd) ?? isEnd
    isIdempotent = try values.decodeIfPresent(Bool.self, forKey: .isIdempotent) ?? isIdempotent
    onlyIn = try values.decodeIfPresent(RunMode.self, forKey: .onlyIn)
    phase = try values.decodeIfPresent(StepPhase.self, forKey: .phase) ?? phase
    loop = try values.decodeIfPresent(Loop<Text>.self, forKey: .loop)
    parallel = try values.decodeIfPresent(String.self, forKey: .parallel)
    captures = try values.decodeIfPresent([Capture].self, forKey: .captures) ?? captures
    locks = try values.decodeIfPresent([String].self, forKey: .locks) ?? locks
  }

  /// Writes what differs from what is so unless something else is said.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(title, forKey: .title)
    try kind.encode(to: encoder)
    try values.encode(line, forKey: .line)
    if !note.isEmpty { try values.encode(note, forKey: .note) }
    if !guards.isEmpty { try values.encode(guards, forKey: .guards) }
    try values.encodeIfPresent(precondition, forKey: .precondition)
    try values.encodeIfPresent(check, forKey: .check)
    try values.encodeIfPresent(undo, forKey: .undo)
    try values.encodeIfPresent(undoCheck, forKey: .undoCheck)
    if retry != Retry() { try values.encode(retry, forKey: .retry) }
    try values.encodeIfPresent(timeoutMilliseconds, forKey: .timeoutMilliseconds)
    if onFailure != .stop { try values.encode(onFailure, forKey: .onFailure) }
    if !isCritical { try values.encode(isCritical, forKey: .isCritical) }
    if isEnd { try values.encode(isEnd, forKey: .isEnd) }
    if isIdempotent { try values.encode(isIdempotent, forKey: .isIdempotent) }
    try values.encodeIfPresent(onlyIn, forKey: .onlyIn)
    if phase != .main { try values.encode(phase, forKey: .phase) }
    try values.encodeIfPresent(loop, forKey: .loop)
    try values.encodeIfPresent(parallel, forKey: .parallel)
    if !captures.isEmpty { try values.encode(captures, forKey: .captures) }
    if !locks.isEmpty { try values.encode(locks, forKey: .locks) }
  }
}
