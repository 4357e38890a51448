import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What other people are asked to approve: one step of one run, as far as that run has come.
///
/// Its file's SHA-256 is what they sign, so that an approval is good for nothing else.
public struct ApprovalRequest: Sendable, Hashable, Codable {
  /// The run.
  public var run: String
  /// The runbook's id.
  public var runbook: String
  /// The step's key.
  public var step: String
  /// What is approved, in words.
  public var text: String
  /// Hashes of all that decides what is run.
  public var closure: RunClosure
  /// How many lines the journal has so far.
  public var records: Int
  /// The SHA-256 of the last of them.
  public var head: String
  /// The names of those who may approve; empty for everybody among the allowed signers.
  public var from: [String]
  /// How many persons must approve.
  public var quorum: Int
  /// When the request is void, RFC 3339 in UTC.
  public var expires: String
  /// Who runs the run, and cannot approve.
  public var by: RunOperator

  /// Asks for an approval.
  ///
  /// - Parameters:
  ///   - approval: What is approved, by whom, by how many.
  ///   - step: The step's key.
  ///   - run: The run.
  ///   - start: How the run began.
  ///   - journal: The run's journal, to which the request is tied.
  ///   - redactor: Takes secrets out of what is written.
  ///   - now: Seconds since 1970.
  public init(
    _ approval: Approval<String>, step: String, run: String, start: JournalEvent.RunStart, journal: JournalWriter,
    redactor: Redactor, now: Double
  ) {
    self.run = run
    runbook = start.runbook
    self.step = redactor.redact(step)
    text = redactor.redact(approval.text)
    closure = start.closure
    records = journal.count
    head = journal.head
    from = approval.from
    quorum = max(1, approval.count)
    by = start.by
    let end = Date(timeIntervalSince1970: now + Double(approval.validMilliseconds) / 1_000)
    expires = end.formatted(Date.ISO8601FormatStyle())
  }

  /// The bytes of its file.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("a request holds only strings and numbers") }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// The SHA-256 of its file's bytes, in hexadecimal.
  public var hash: String { SHA256.hex(of: bytes) }

  /// Reads a request's file, which anybody may have written.
  ///
  /// - Throws: ``RunRefusal`` for bytes that are no request, ``FileFailure``.
  public init(file path: String) throws {
    let bytes = try ApprovalFile.read(path)
    guard let request = try? JSONDecoder().decode(ApprovalRequest.self, from: Data(bytes)), request.bytes == bytes
    else {
      throw RunRefusal("'\(path)' is no request for an approval")
    }
    self = request
  }

  /// Whether the request is void; a time that cannot be read is over.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: Whether its time is over.
  public func isExpired(at now: Double) -> Bool {
    guard let end = try? Date(expires, strategy: Date.ISO8601FormatStyle()) else { return true }
    return now >= end.timeIntervalSince1970
  }

  /// The event that goes into the journal.
  public var event: JournalEvent {
    .approvalAsked(JournalEvent.ApprovalAsked(step: step, request: hash, quorum: quorum, expires: expires))
  }
}
