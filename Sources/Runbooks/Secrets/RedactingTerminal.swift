/// A terminal that shows no secret: every line of the run's own and every question goes through the redactor.
///
/// A child's output comes through ``write(_:)`` already without secrets, since it is looked at as a stream.
struct RedactingTerminal: RunTerminal {
  let terminal: any RunTerminal
  let redactor: Redactor

  var isInteractive: Bool { terminal.isInteractive }
  func show(_ line: String) { terminal.show(redactor.redact(line)) }
  func write(_ bytes: [UInt8]) { terminal.write(bytes) }
  func take(_ event: RunEvent) {
    if case .journaled(let event) = event { return terminal.take(.journaled(event.redacted(by: redactor))) }
    terminal.take(event)
  }
  func ask(_ question: String) async -> String? { await terminal.ask(redactor.redact(question)) }
}
