/// Whether a host can be reached, has its programs, and tells the time as this machine does.
struct HostReadiness: Sendable {
  /// How many seconds the clocks may differ.
  static let tolerance = 5

  let host: ReadinessNeeds.Host
  /// The programs, and whether the plan is sure to call them.
  let tools: [String: Bool]
  let clock: RunClock
  /// How long the host may take to answer.
  var limit = Duration.seconds(15)
  /// What connects: a program and its first arguments.
  var ssh: [String] = ["ssh"]

  /// One connection tells it all; what is run there only looks.
  var findings: [ReadinessFinding] {
    get async {
      let names = tools.keys.sorted()
      let loop =
        names.isEmpty ? "" : "for p in \(names.joined(separator: " ")); do command -v $p >/dev/null || echo $p; done"
      let user = host.user.map { ["-l", $0] } ?? []
      let before = clock.now()
      let answer = await QuietProcess.run(
        ssh[0],
        ssh.dropFirst() + ["-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=5"] + user + [
          "--", host.name, "date +%s; \(loop)",
        ], limit: limit)
      guard let answer else { return [finding(.not, "host", "ssh gives no answer within \(limit)")] }
      guard let first = answer.output.split(separator: "\n").first, let there = Int(first) else {
        let reason = answer.error.split(separator: "\n").last.map { Visible.line(String($0)) } ?? "ssh failed"
        return [finding(.not, "host", reason)]
      }
      let missing = Set(answer.output.split(separator: "\n").dropFirst().map(String.init))
      return [finding(.ok, "host", "answers")] + [time(there, between: before, and: clock.now())]
        + names.map { tool(of: $0, isMissing: missing.contains($0)) }
    }
  }

  private func time(_ there: Int, between before: Double, and after: Double) -> ReadinessFinding {
    // It was asked somewhere between the two: only what cannot be explained by that is a difference.
    let difference = Double(there) < before - 1 ? before - Double(there) : max(0, Double(there) - after)
    let seconds = Int(min(difference.rounded(), 1e12))
    return seconds > Self.tolerance
      ? finding(.not, "clock of", "differs from this machine's by \(seconds) s")
      : finding(.ok, "clock of", "agrees with this machine's within \(Self.tolerance) s")
  }

  private func tool(of name: String, isMissing: Bool) -> ReadinessFinding {
    let subject = "\(name) on"
    guard isMissing else { return finding(.ok, subject, "is there") }
    return tools[name] == true
      ? finding(.not, subject, "is not there")
      : finding(.cannotTell, subject, "no such program; the script may define it")
  }

  private func finding(_ state: ReadinessFinding.State, _ subject: String, _ reason: String) -> ReadinessFinding {
    ReadinessFinding(state: state, subject: "\(subject) \(host.name)", reason: reason)
  }
}
