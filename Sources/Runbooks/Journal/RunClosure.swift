/// All that decides what a run does, as hashes: two runs of the same closure would do the same.
public struct RunClosure: Sendable, Hashable, Codable {
  /// The SHA-256 of the plan's file: the runbook, its sub-runbooks, and the facts of the lab in them.
  public var plan: String
  /// What the lab was when the plan was made; nothing where a plan does not say so.
  public var lab: String?
  /// The version of the tool that runs it.
  public var tool: String

  /// Names a closure.
  ///
  /// - Parameters:
  ///   - plan: The SHA-256 of the plan's file.
  ///   - lab: What the lab was when the plan was made.
  ///   - tool: The version of the tool.
  public init(plan: String, lab: String? = nil, tool: String) {
    self.plan = plan
    self.lab = lab
    self.tool = tool
  }
}
