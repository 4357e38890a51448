import Compiler
import Runbooks

extension Compilation {
  /// Walks one path of a runbook: every outcome is made up, and nothing is carried out.
  ///
  /// ```swift
  /// let path = try await lab.compiled().walk("homelab/etcd-restore", when: .fails("restore"), undoes: true)
  /// #expect(path.ends == .undone)
  /// ```
  ///
  /// - Parameters:
  ///   - id: The runbook, such as `homelab/etcd-restore`.
  ///   - variations: What goes otherwise than on the straight path, where everything succeeds.
  ///   - inputs: The values of inputs; others are chosen.
  ///   - mode: Whether it is meant.
  ///   - undoes: Whether what was done is taken back after a failure, an interruption or a deviation.
  /// - Returns: Where the path led.
  /// - Throws: ``Runbooks/RunRefusal`` for a runbook, a step or a capture that is not there.
  public func walk(
    _ id: String, when variations: Variation..., inputs: [String: String] = [:], mode: RunMode = .real,
    undoes: Bool = false
  ) async throws -> WalkedPath {
    guard let runbook = runbook(id) else { throw RunRefusal("there is no runbook '\(id)'") }
    return try await runbook.plan.walk(when: variations, inputs: inputs, mode: mode, undoes: undoes)
  }

  /// Walks every path of every runbook, as the command `test` does.
  ///
  /// ```swift
  /// for report in await lab.compiled().testedRunbooks() {
  ///   #expect(report.coverage == 100 && report.findings.isEmpty, "\(report.lines())")
  /// }
  /// ```
  ///
  /// - Returns: What was found, one report for each runbook.
  public func testedRunbooks() async -> [PathReport] {
    var reports: [PathReport] = []
    for runbook in runbooks { reports.append(await PathReport.walking(runbook.plan)) }
    return reports
  }
}
