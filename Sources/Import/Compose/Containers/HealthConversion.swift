import ComposeFile
import Diagnostics

/// Turns a health check into a startup and a readiness probe.
///
/// There is no liveness probe: Compose starts nothing anew that is unhealthy, and neither does the lab.
struct HealthConversion {
  let container: ContainerConversion

  init(_ container: ContainerConversion) {
    self.container = container
  }

  func convert() {
    guard let health = container.service["healthcheck"] else { return }
    if health["disable"]?.isTrue == true || health["test"]?.items.first?.text == "NONE" {
      health.change("no probe")
      return
    }
    health["disable"]?.carry()
    guard let test = health["test"], let command = command(of: test) else {
      container.conversion.log.add(
        ComposeImportRules.shellLess.diagnostic(
          at: health.place, "the health check of '\(container.name)' is the image's own, which is not known here"))
      health.drop("it changes a check of the image, and Kubernetes reads none from an image")
      return
    }
    let (guarded, isChanged) = withoutSecrets(command)
    if isChanged { test.change("the secret in it is read from a variable") } else { test.carry() }
    let interval = seconds(health["interval"], standard: 30)
    let timeout = seconds(health["timeout"], standard: 30)
    let retries = max(health["retries"]?.integer ?? 3, 1)
    let start = seconds(health["start_period"], standard: 0)
    let startEvery = health["start_interval"] == nil ? min(interval, 5) : seconds(health["start_interval"], standard: 5)
    for key in ["interval", "timeout", "retries", "start_period", "start_interval"] { take(health[key]) }
    let every = start > 0 ? startEvery : interval
    let failures = (start + every - 1) / every + (start > 0 ? (retries * interval + every - 1) / every : retries)
    probe("startup", guarded, every: every, timeout: timeout, failures: failures)
    probe("readiness", guarded, every: interval, timeout: timeout, failures: retries)
  }

  /// The command with secrets read from variables, by a shell where there was none.
  private func withoutSecrets(_ words: [String]) -> (words: [String], isChanged: Bool) {
    let values = container.secretValues
    var words = words
    let flagged = SecretDetection.secretArguments(in: words)
    let isShell = words.count == 3 && words[0] == "/bin/sh" && words[1] == "-c"
    guard !flagged.isEmpty || words.contains(where: { word in values.contains { word.contains($0.value) } }) else {
      return (words, false)
    }
    if !isShell { words = ["/bin/sh", "-c", words.map(Self.quoted).joined(separator: " ")] }
    for (name, value) in values { words[2] = words[2].replacing(value, with: "'\"$\(name)\"'") }
    if isShell { words[2] = words[2].replacing("'\"$", with: "\"$").replacing("\"'", with: "\"") }
    for (index, before) in flagged.sorted(by: { $0.key < $1.key }) where !isShell {
      let original = test(index)
      guard words[2].contains(Self.quoted(original)) else { continue }
      container.addSecret("HEALTH_SECRET", at: container.service.place)
      words[2] = words[2].replacing(Self.quoted(original), with: "\(before)\"$HEALTH_SECRET\"")
    }
    return (words, true)
  }

  private func test(_ index: Int) -> String {
    container.service["healthcheck"]?["test"]?.items.dropFirst(index + 1).first?.text ?? ""
  }

  private static func quoted(_ word: String) -> String {
    "'\(word.replacing("'", with: "'\\''"))'"
  }

  /// Exact seconds are carried; parts of a second are rounded up.
  private func take(_ value: ComposeCursor?) {
    guard let value else { return }
    if let duration = value.text.flatMap(ComposeDuration.init), duration.nanoseconds % 1_000_000_000 != 0 {
      value.change("rounded up to \(duration.wholeSeconds) seconds")
    } else {
      value.carry()
    }
  }

  private func seconds(_ value: ComposeCursor?, standard: Int) -> Int {
    guard let duration = value?.text.flatMap(ComposeDuration.init) else { return standard }
    return standard == 0 ? duration.wholeSeconds : max(duration.wholeSeconds, 1)
  }

  private func command(of test: ComposeCursor) -> [String]? {
    let words = test.items.map { $0.text ?? "" }
    switch words.first {
    case "CMD" where words.count > 1: return Array(words.dropFirst())
    case "CMD-SHELL" where words.count > 1: return ["/bin/sh", "-c", words.dropFirst().joined(separator: " ")]
    default: return nil
    }
  }

  private func probe(_ purpose: String, _ command: [String], every: Int, timeout: Int, failures: Int) {
    container.parts.append(
      .call(
        SwiftCall(
          "Probe",
          [
            .init(.member(purpose)), .init(container.exec(command)), .init("every", Self.interval(every)),
            .init("timeout", Self.interval(timeout)), .init("failures", .integer(failures)),
          ])))
  }

  /// A length of time as the lab writes it.
  static func interval(_ seconds: Int) -> SwiftExpression {
    .call(SwiftCall(".seconds", [.init(.integer(seconds))]))
  }
}
