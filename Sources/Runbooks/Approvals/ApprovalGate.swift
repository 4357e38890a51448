import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A step that waits for the approval of other people than the operator.
///
/// The request lies in `approvals/` of the journal folder; approvals are files beside it, brought there in any way.
public struct ApprovalGate: Sendable {
  /// How many have approved, and what did not count.
  public struct Count: Sendable, Hashable {
    /// Those who have approved, each person once.
    public var given: [JournalEvent.ApprovalGiven]
    /// Why other files do not count, one phrase each.
    public var refused: [String]
    /// Whether enough have approved, in time.
    public var isEnough: Bool
    /// Whether the request is void.
    public var isExpired: Bool
  }

  /// The most files that are looked at.
  static let mostFiles = 64

  /// What is asked.
  public let request: ApprovalRequest
  /// The request's file.
  public let path: String
  private let folder: String
  private let signatures: SSHSignatures
  private let environment: [String: String]

  /// Sets up a gate.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - folder: The folder of the run's journal.
  ///   - allowedSigners: The file of allowed signers, in OpenSSH's format.
  ///   - environment: Where the operator's own keys are.
  public init(
    _ request: ApprovalRequest, in folder: RunFolder, allowedSigners: String, environment: [String: String]
  ) {
    self.request = request
    self.folder = "\(folder.path)/approvals"
    path = Self.path(of: request.step, run: request.run, request: request.hash, in: folder)
    signatures = SSHSignatures(allowedSigners: allowedSigners)
    self.environment = environment
  }

  /// Finds the gate again at which a run was left.
  ///
  /// - Parameters:
  ///   - asked: What the journal says was asked.
  ///   - run: The run.
  ///   - folder: The folder of the run's journal.
  ///   - allowedSigners: The file of allowed signers, in OpenSSH's format.
  ///   - environment: Where the operator's own keys are.
  /// - Throws: ``RunRefusal`` if the request's file is not what was asked, ``FileFailure``.
  public init(
    asked: JournalEvent.ApprovalAsked, run: String, in folder: RunFolder, allowedSigners: String,
    environment: [String: String]
  ) throws {
    let path = Self.path(of: asked.step, run: run, request: asked.request, in: folder)
    let request = try ApprovalRequest(file: path)
    guard request.hash == asked.request else { throw RunRefusal("'\(path)' is not the request that was made") }
    self.init(request, in: folder, allowedSigners: allowedSigners, environment: environment)
  }

  /// Writes the request's file, through to the disk.
  ///
  /// - Throws: ``FileFailure`` if it cannot be written, ``RunRefusal`` if there are no allowed signers.
  public func publish() throws {
    guard FileManager.default.isReadableFile(atPath: signatures.allowedSigners) else {
      throw RunRefusal("the step '\(request.step)' needs approvals, but there is no '\(signatures.allowedSigners)'")
    }
    try RunFolder(folder).make()
    if FileManager.default.fileExists(atPath: path), try ApprovalFile.read(path) == request.bytes { return }
    try DurableFile(creating: path).append(request.bytes)
  }

  /// Counts the approvals that are there now.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: Who has approved, and what does not count.
  public func count(at now: Double) async -> Count {
    var count = Count(given: [], refused: [], isEnough: false, isExpired: request.isExpired(at: now))
    guard !count.isExpired else { return count }
    let own = await SSHSignatures.ownKeys(environment)
    for file in files {
      switch await judge(file, own) {
      case .success(let given):
        if !count.given.contains(where: { $0.by == given.by || $0.key == given.key }) { count.given.append(given) }
      case .failure(let refusal): count.refused.append("\(file): \(refusal)")
      }
    }
    count.isEnough = count.given.count >= request.quorum
    return count
  }

  /// The names of the statements beside the request, in order.
  private var files: [String] {
    let start = String(path.dropFirst(folder.utf8.count + 1).dropLast(5)) + "."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let mine = names.filter { $0.hasPrefix(start) && $0.hasSuffix(ApprovalStatement.fileEnd) }
    return Array(mine.sorted().prefix(Self.mostFiles))
  }

  /// Whether a statement counts, and whose it is.
  private func judge(_ file: String, _ own: Set<String>) async -> Result<JournalEvent.ApprovalGiven, RunRefusal> {
    guard let bytes = try? ApprovalFile.read("\(folder)/\(file)"), let statement = ApprovalStatement(bytes: bytes)
    else {
      return .failure(RunRefusal("is no approval"))
    }
    guard statement.request == request.hash else { return .failure(RunRefusal("approves something else")) }
    let signature = "\(folder)/\(file).sig"
    guard (try? ApprovalFile.read(signature)) != nil,
      let signer = await signatures.signer(of: signature, over: bytes)
    else { return .failure(RunRefusal("is not signed by an allowed signer")) }
    guard !own.contains(signer.key), !isOperator(signer.name) else {
      return .failure(RunRefusal("is signed by the operator, who cannot approve"))
    }
    guard request.from.isEmpty || request.from.contains(signer.name) else {
      return .failure(RunRefusal("is signed by \(signer.name), who is not asked"))
    }
    return .success(
      JournalEvent.ApprovalGiven(
        step: request.step, request: request.hash, by: signer.name, key: signer.key, comment: statement.comment))
  }

  /// Whether a signer's name is the operator's, with or without what follows an `@`.
  private func isOperator(_ name: String) -> Bool {
    name == request.by.user || name.split(separator: "@").first.map(String.init) == request.by.user
  }

  private static func path(of step: String, run: String, request: String, in folder: RunFolder) -> String {
    let readable = step.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60)
    return "\(folder.path)/approvals/\(run)-\(String(readable))-\(request.prefix(12)).json"
  }
}
