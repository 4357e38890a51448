/// What came of a work.
public struct WorkResult: Sendable, Hashable {
  /// How it ended, what was expected of it taken into account.
  public var outcome: ScriptOutcome
  /// Its output or the answer's body, secrets taken out; at most as much as is kept for captures.
  public var output: [UInt8]
  /// The status of an HTTP answer.
  public var status: Int?
  /// The headers of an HTTP answer, by their names in lower case.
  public var headers: [String: String]

  /// Describes a result.
  ///
  /// - Parameters:
  ///   - outcome: How it ended.
  ///   - output: Its output or the answer's body.
  ///   - status: The status of an HTTP answer.
  ///   - headers: The headers of an HTTP answer, by their names in lower case.
  public init(_ outcome: ScriptOutcome, output: [UInt8] = [], status: Int? = nil, headers: [String: String] = [:]) {
    self.outcome = outcome
    self.output = output
    self.status = status
    self.headers = headers
  }
}
