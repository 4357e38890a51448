import Documents

/// Evidence as a tree for programs; durations are in milliseconds.
enum EvidenceTree {
  /// The version of the format: fields are added, never taken away or given another meaning without counting up.
  static let format = 1

  /// The whole tree.
  static func tree(_ account: RunAccount) -> Node {
    let start = account.start
    return [
      "format": .int(format), "run": .string(account.id), "runbook": .string(start.runbook),
      "title": .string(account.plan.title), "source": .string(account.plan.source),
      "mode": .string(start.mode.rawValue), "result": account.end.map { .string($0.result.rawValue) } ?? .null,
      "endedAtStep": account.end?.step.map(Node.string), "started": .string(account.started),
      "lastLine": .string(account.lastTime), "stage": start.stage.map(stage), "by": by(start.by),
      "resumes": .sequence(account.resumes.map(resume)), "inputs": values(start.inputs),
      "secrets": .strings(start.secrets), "locks": .strings(start.locks),
      "closure": closure(start.closure), "journal": seal(account.seal), "times": times(account.times),
      "recovery": recovery(account.recovery), "steps": .sequence(account.steps.map(step)),
      "steadyState": .sequence(account.looks.map(look)), "undos": .sequence(account.undos.map(undo)),
      "remarks": .sequence(account.notes.map(decision)),
    ]
  }

  private static func stage(_ stage: StageAccount) -> Node {
    ["name": .string(stage.name), "hosts": values(stage.hosts), "standIns": .strings(stage.standIns)]
  }

  private static func by(_ person: RunOperator) -> Node {
    ["user": .string(person.user), "machine": .string(person.machine), "version": .string(person.version)]
  }

  private static func resume(_ resume: JournalEvent.RunResume) -> Node {
    [
      "by": by(resume.by), "droppedBytes": .int(resume.droppedBytes),
      "droppedHash": resume.droppedHash.map(Node.string),
      "acceptedDrift": resume.drift.map { ["closure": closure($0.closure), "reason": .string($0.reason)] },
    ]
  }

  private static func closure(_ closure: RunClosure) -> Node {
    ["plan": .string(closure.plan), "lab": closure.lab.map(Node.string), "tool": .string(closure.tool)]
  }

  private static func seal(_ seal: JournalSeal) -> Node {
    [
      "head": .string(seal.head), "lines": .int(seal.records), "integrity": .string(seal.integrity),
      "completeness": .string(seal.completeness),
    ]
  }

  private static func times(_ times: RunTimes) -> Node {
    [
      "total": .int(times.total), "machine": .int(times.machine), "human": .int(times.human),
      "laidAside": .int(times.laidAside),
    ]
  }

  private static func recovery(_ recovery: RecoveryAccount) -> Node {
    [
      "time": recovery.time.map(Node.int) ?? .null, "timeEnd": .string(recovery.timeEnd),
      "promisedTime": recovery.promised?.timeMilliseconds.map(Node.int) ?? .null,
      "keepsTime": recovery.keepsTime.map(Node.bool) ?? .null, "point": recovery.point.map(Node.int) ?? .null,
      "promisedPoint": recovery.promised?.pointMilliseconds.map(Node.int) ?? .null,
      "keepsPoint": recovery.keepsPoint.map(Node.bool) ?? .null,
    ]
  }

  private static func step(_ step: StepAccount) -> Node {
    [
      "key": .string(step.key), "title": .string(step.title), "kind": .string(step.kind),
      "outcome": .string(step.outcome), "attempts": .int(step.attempts), "milliseconds": .int(step.milliseconds),
      "waitedMilliseconds": .int(step.waitedMilliseconds), "hosts": .strings(step.hosts),
      "captures": .sequence(step.captures.map { ["name": .string($0.name), "value": .string($0.value)] }),
      "decisions": .sequence(step.decisions.map(decision)), "approvals": .sequence(step.approvals.map(approval)),
      "processes": .sequence(step.processes.map(process)),
    ]
  }

  private static func decision(_ decision: StepAccount.Decision) -> Node {
    ["time": .string(decision.time), "sentence": .string(decision.sentence)]
  }

  private static func approval(_ given: JournalEvent.ApprovalGiven) -> Node {
    [
      "by": .string(given.by), "key": .string(given.key), "request": .string(given.request),
      "comment": .string(given.comment),
    ]
  }

  private static func process(_ process: ProcessAccount) -> Node {
    let outcome = process.outcome
    return [
      "time": .string(process.time), "part": .string(process.part.rawValue), "attempt": .int(process.attempt),
      "command": .string(process.command), "host": process.host.map(Node.string),
      "result": outcome.map { .string($0.result.rawValue) } ?? .null,
      "exitCode": outcome?.exitCode.map { .int(Int($0)) }, "signal": outcome?.signal.map { .int(Int($0)) },
      "problem": outcome?.problem.map(Node.string), "milliseconds": outcome.map { .int($0.milliseconds) },
      "output": outcome.map { .string($0.tail) },
    ]
  }

  private static func look(_ look: SteadyLook) -> Node {
    [
      "time": .string(look.time), "moment": .string(look.state.moment.rawValue), "held": .bool(look.state.held),
      "deviations": .strings(look.state.deviations),
    ]
  }

  private static func undo(_ undo: UndoAccount) -> Node {
    [
      "time": .string(undo.time), "cause": .string(undo.begin.cause.rawValue), "steps": .strings(undo.begin.steps),
      "undone": undo.end.map { .strings($0.undone) } ?? .null, "left": undo.end.map { .strings($0.left) } ?? .null,
    ]
  }

  private static func values(_ values: [String: String]) -> Node {
    .sequence(
      values.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": .string($0.value)] })
  }
}
