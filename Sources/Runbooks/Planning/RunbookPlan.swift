import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A runbook frozen for running: everything of the lab filled in, nothing read from its sources again.
///
/// Its file is JSON with sorted keys; the file's bytes are the plan's identity, so `sha256sum` gives the same hash as
/// the journal.
public struct RunbookPlan: Sendable, Hashable, Codable {
  /// The version of the file format.
  public static let currentFormat = 2

  /// The version of the file format it was written in.
  public var format = RunbookPlan.currentFormat
  /// `<thing>/<runbook>`, such as `homelab/etcd-restore`.
  public var id: String
  /// What it is called.
  public var title: String
  /// One sentence on when to use it.
  public var summary: String
  /// The Markdown file it was made from, relative to the lab's folder.
  public var source: String
  /// What a person is asked for when a run starts.
  public var inputs: [RunbookInput]
  /// Where its secrets come from, by the names of their variables; one that is not here comes from the environment.
  public var secretSources: [String: SecretSource]?
  /// What is true of the system when it is well; nothing where nothing was said.
  public var steadyState: SteadyState<PlannedText>?
  /// The things of the lab that nobody else may work on during the whole run, such as `vm/km01`.
  public var locks: [String]?
  /// How often it is rehearsed; nothing for never.
  public var drill: DrillInterval?
  /// What the lab promises for the thing it brings back.
  public var promised: RecoveryPromise?
  /// The steps, in order.
  public var steps: [PlannedStep]

  /// Makes a plan.
  public init(
    id: String, title: String, summary: String = "", source: String, inputs: [RunbookInput] = [],
    steps: [PlannedStep]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.source = source
    self.inputs = inputs
    self.steps = steps
  }

  /// Why the bytes of a file are no plan.
  public struct Unreadable: Error, CustomStringConvertible {
    /// What is wrong, one phrase.
    public var description: String
  }

  /// Reads a plan's file.
  ///
  /// - Throws: ``Unreadable`` for bytes that are no plan, or one of a newer format.
  public init(bytes: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(RunbookPlan.self, from: Data(bytes))
    } catch {
      throw Unreadable(description: "this is no runbook plan: \(Self.reason(error))")
    }
    guard format == Self.currentFormat else {
      throw Unreadable(description: "the plan has format \(format), this tool reads \(Self.currentFormat)")
    }
    guard Set(allSteps.map(\.id)).count == allSteps.count else {
      throw Unreadable(description: "two steps of the plan have the same id")
    }
  }

  /// The bytes of its file: the same for the same plan on every machine.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("a plan holds only strings and numbers") }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// The SHA-256 of its file's bytes, in hexadecimal.
  public var hash: String { SHA256.hex(of: bytes) }

  /// The steps and those of their sub-runbooks, in order.
  public var allSteps: [PlannedStep] { Self.flat(steps) }

  /// The step of an id, in a sub-runbook too.
  public func step(_ id: String) -> PlannedStep? { allSteps.first { $0.id == id } }

  /// The environment variables that hold secrets, each once, in the order of the steps.
  public var secrets: [String] {
    var names: [String] = []
    let works = (steadyState?.probes.map(\.work) ?? []) + allSteps.flatMap(\.works)
    for name in works.flatMap(\.secrets) where !names.contains(name) { names.append(name) }
    return names
  }

  /// What nobody else may work on during a run: the runbook itself, and the things it names; some more than once.
  var resources: [String] { ["runbook:\(id)"] + (locks ?? []) + allSteps.flatMap(\.locks) }

  /// Steps and those of their sub-runbooks, in order.
  static func flat(_ steps: [PlannedStep]) -> [PlannedStep] {
    steps.flatMap { step in
      if case .runbook(let sub) = step.kind { [step] + flat(sub.steps) } else { [step] }
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty
        ? context.debugDescription : "at \(context.codingPath.map(\.stringValue).joined(separator: "."))"
    default: "\(error)"
    }
  }
}
