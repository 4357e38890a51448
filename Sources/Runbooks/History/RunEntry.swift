/// A run as a list of runs shows it, and as it is searched.
public struct RunEntry: Sendable, Hashable {
  /// The run.
  public var id: String
  /// The runbook; empty where the journal has no sound beginning.
  public var runbook = ""
  /// Whether it was in earnest.
  public var mode = RunMode.real
  /// The stage it was rehearsed on; empty for a run on the lab itself.
  public var stage = ""
  /// How long a rehearsal took until the system was well again, in milliseconds; nothing where it was not, and for runs
  /// that are none.
  public var rehearsedRecovery: Int?
  /// How it ended; nothing where it did not.
  public var result: RunResult?
  /// The step it ended at; empty where it went through.
  public var step = ""
  /// When it began, RFC 3339 in UTC.
  public var started = ""
  /// Who began it.
  public var user = ""
  /// How long it took without the time it was laid aside, in milliseconds.
  public var milliseconds = 0
  /// Whether it counts as a drill: in that mode, completed, and nothing of the clean-up left out by a person.
  public var countsAsDrill = false
  /// What is wrong with the journal; empty where nothing is.
  public var damage = ""
  /// What a search looks through, in lower case: id, runbook, person, machine, inputs, reasons, remarks.
  public var words = ""

  /// Sums up a run.
  ///
  /// - Parameters:
  ///   - id: The run.
  ///   - reading: Its journal.
  ///   - plan: The plan it was started with, where that can be read.
  init(_ id: String, _ reading: JournalReading, plan: RunbookPlan?) {
    let state = RunState(reading.records)
    let times = RunTimes(reading.records)
    self.id = id
    if let start = state.start {
      (runbook, mode, user) = (start.runbook, start.mode, start.by.user)
      stage = start.stage?.name ?? ""
    }
    result = state.end?.result
    step = state.end?.step ?? ""
    started = state.startTime ?? ""
    milliseconds = max(0, times.total - times.laidAside)
    damage = reading.damage?.description ?? ""
    countsAsDrill =
      mode == .drill && !isRehearsal && reading.isComplete && result == .completed && Self.cleanedUp(reading, plan)
    if isRehearsal, result == .completed {
      rehearsedRecovery = RecoveryAccount(reading.records, promised: nil).time
    }
    words = Visible.line(Self.words(id, state, reading).joined(separator: " ").lowercased())
  }

  /// Takes the fields of a line of the cache.
  init(id: String) { self.id = id }

  /// Whether it was run on servers that stand in for the lab.
  public var isRehearsal: Bool { !stage.isEmpty }

  /// What kind of run it was, in a word: `real`, `drill` or `rehearsal`.
  public var kind: String { isRehearsal ? "rehearsal" : mode.rawValue }

  /// Where it stands, in a phrase.
  public var standing: String {
    let end = result.map { $0.rawValue + (step.isEmpty ? "" : " at step '\(step)'") } ?? "open"
    return damage.isEmpty ? end : "\(end), journal damaged: \(damage)"
  }

  /// Whether every step of the clean-up was done, or left out by the runbook itself.
  private static func cleanedUp(_ reading: JournalReading, _ plan: RunbookPlan?) -> Bool {
    guard let plan else { return false }
    let state = RunState(reading.records)
    var leftOut: Set<String> = []
    for record in reading.records {
      guard case .stepSkipped(let skipped) = record.event else { continue }
      switch skipped.by {
      case .skipIf, .onlyIf, .mode: leftOut.insert(skipped.step)
      case .person, .from, .jump, .maximumErrors: leftOut.remove(skipped.step)
      }
    }
    return plan.allSteps.filter { $0.phase == .cleanUp }.allSatisfy { state[$0.id] == .done || leftOut.contains($0.id) }
  }

  private static func words(_ id: String, _ state: RunState, _ reading: JournalReading) -> [String] {
    var words = [id]
    if let start = state.start {
      words += [start.runbook, start.by.user, start.by.machine]
      if let stage = start.stage { words += ["rehearsal", stage.name] }
      for (name, value) in start.inputs.sorted(by: { $0.key < $1.key }) { words.append("\(name)=\(value)") }
    }
    for record in reading.records {
      switch record.event {
      case .stepSkipped(let event): words.append(event.reason)
      case .stepJumped(let event): words.append(event.reason)
      case .note(let event): words.append(event.text)
      case .gate(let event): words += event.comment.map { [$0] } ?? []
      case .approvalGiven(let event): words += [event.by, event.comment]
      case .runEnd(let event): words += [event.result.rawValue, event.step ?? ""]
      default: break
      }
    }
    return words
  }
}
