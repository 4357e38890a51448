#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What past runs tell of each runbook: a file that a lab's folder can hold, and a build reads.
public struct RunLedger: Sendable, Hashable, Codable {
  /// Where it stands in a lab's folder.
  public static let path = "runbooks/runs.json"
  /// The version of the file's format.
  public static let currentFormat = 1

  /// The version of the format it was written in.
  public var format = RunLedger.currentFormat
  /// The records by the runbooks' ids.
  public var runbooks: [String: RunRecord] = [:]

  /// Starts with no runs.
  public init() {}

  /// Sums up the runs of a folder.
  public init(_ history: RunHistory) {
    let known = history.entries.filter { !$0.runbook.isEmpty }
    runbooks = Dictionary(grouping: known, by: \.runbook).mapValues(RunRecord.init)
  }

  /// Reads a ledger's file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - file: The file, for the message.
  /// - Throws: ``RunbookPlan/Unreadable`` for bytes that are none, or of another format.
  public init(bytes: [UInt8], of file: String = RunLedger.path) throws {
    guard let ledger = try? JSONDecoder().decode(RunLedger.self, from: Data(bytes)) else {
      throw RunbookPlan.Unreadable(description: "\(file) is no record of runs as 'runs export' writes it")
    }
    guard ledger.format == Self.currentFormat else {
      throw RunbookPlan.Unreadable(
        description: "\(file) has format \(ledger.format), this tool reads \(Self.currentFormat)")
    }
    self = ledger
  }

  /// The bytes of its file: the same for the same runs.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("a ledger holds only strings and numbers") }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// Joins it with what another folder of journals tells.
  ///
  /// - Parameter other: The other ledger.
  /// - Returns: A ledger of both.
  public func joined(with other: RunLedger) -> RunLedger {
    var joined = self
    joined.runbooks.merge(other.runbooks) { $0.joined(with: $1) }
    return joined
  }
}
