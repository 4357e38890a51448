/// One step of a runbook: what it does, when it is done, and what happens when it fails.
///
/// The same struct stands at three stages, told apart by its texts: a `Step<Template>` is as it was written, a
/// ``PlannedStep`` has the lab's facts filled in, a `Step<String>` has nothing left open and is what is shown and run.
public struct Step<Text: Sendable & Hashable>: Sendable, Hashable {
  /// Its name in the journal and on the command line: unique in the runbook.
  ///
  /// That of a sub-runbook's step begins with the calling step's id and a slash.
  public var id: String
  /// What it is called: its own title, or the nearest heading before it.
  public var title: Text
  /// The prose that stands before it, as plain text; empty as written, where prose still stands on the page.
  public var note = ""
  /// What it does.
  public var kind: StepKind<Text>
  /// The source line of its opening fence, from 1.
  public var line: Int

  /// Leaves the step out, or fails it, before anything of it is done; looked at in order, once.
  public var guards: [StepGuard<Text>] = []
  /// Must succeed before each attempt.
  public var precondition: Work<Text>?
  /// Verifies that it was done, its postcondition; settles the step after a crash.
  public var check: Work<Text>?
  /// Takes back what it did.
  public var undo: Work<Text>?
  /// Verifies that it was taken back.
  public var undoCheck: Work<Text>?
  /// How often it is tried; once unless something else is said.
  public var retry = Retry()
  /// After how many milliseconds it is ended, its attempts and pauses together; nothing for no limit.
  public var timeoutMilliseconds: Int?
  /// What follows when every attempt has failed.
  public var onFailure = FailurePolicy.stop
  /// Whether its failure makes the run a failed one, also where the run goes on.
  ///
  /// Unless it is said, this is so for every step but those that go on after a failure.
  public var isCritical = true
  /// Whether the main phase ends after it, whatever became of it.
  public var isEnd = false
  /// Whether running it twice does no more than running it once; after a crash it may then be run again unasked.
  public var isIdempotent = false
  /// The one mode it belongs to; nothing for both.
  public var onlyIn: RunMode?
  /// Whether it belongs to the phase that comes last and is never left out.
  public var phase = StepPhase.main
  /// Repeats it, once for each item.
  public var loop: Loop<Text>?
  /// The group of neighbouring steps it runs together with.
  public var parallel: String?
  /// What later steps learn from its output.
  public var captures: [Capture] = []
  /// The things of the lab that nobody else may work on meanwhile, such as `vm/km01`.
  public var locks: [String] = []

  /// Makes a step without conditions.
  ///
  /// - Parameters:
  ///   - id: Its name in the journal and on the command line.
  ///   - title: What it is called.
  ///   - kind: What it does.
  ///   - line: The source line of its opening fence, from 1.
  public init(id: String, title: Text, kind: StepKind<Text>, line: Int = 1) {
    self.id = id
    self.title = title
    self.kind = kind
    self.line = line
  }

  /// What it carries out, where it does carry out something.
  public var work: Work<Text>? {
    switch kind {
    case .work(let work): work
    case .wait(let wait): wait.work
    case .assert, .manual, .confirm, .approval, .note, .branch, .runbook: nil
    }
  }

  /// Everything it may carry out: its work, its check, its guards, its undo; not those of a sub-runbook's steps.
  public var works: [Work<Text>] {
    guards.compactMap(\.work) + [precondition, work, check, undo, undoCheck].compactMap { $0 }
  }
}

/// A step with the facts of the lab filled in; inputs, captures and items are still open.
public typealias PlannedStep = Step<PlannedText>
