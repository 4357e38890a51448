/// A work as the text that bash reads, here or on a host.
///
/// Whatever its kind, a work reaches a process only through bash's standard input: so nothing of it, and no secret, stands
/// on a command line of this machine, and nothing of it happens before the process is in the journal. A text that was cut
/// short is a syntax error, not half a work, because all of it stands in one group.
struct WorkScript: Sendable {
  /// How bash is started.
  static let shell = ["bash", "-euo", "pipefail", "-s"]
  /// The environment variable by which the processes of a work are found on a host.
  static let marker = "RACKBOOK_WORK"

  let body: String
  private let exports: String
  private let isRemote: Bool
  /// The file whose bytes follow the text.
  let sender: FileSender?

  /// Writes a work down.
  ///
  /// - Parameters:
  ///   - work: The work.
  ///   - secrets: The secrets' values, by the names of their variables.
  /// - Throws: ``Misjudgement`` where it cannot be carried out as it is.
  init(_ work: Work<String>, secrets: [String: String]) throws(Misjudgement) {
    var sender: FileSender?
    switch work.kind {
    case .script(let text): body = text
    case .command(let words): body = try Self.program(words)
    case .kubectl(let call): body = try Self.program(call.words(program: .kubectl), input: call.input)
    case .helm(let call): body = try Self.program(call.words(program: .helm), input: call.input)
    case .request(let request):
      let config = try CurlConfig(request, of: work, secrets: secrets)
      body = try Self.program(["curl", "-q", "--config", "-"], input: config.text)
    case .copy(let copy):
      switch copy.direction {
      case .toHost:
        let file = try FileSender(copy.source)
        body = try CopyScript.taking(file, at: copy.destination, mode: copy.mode)
        sender = file
      case .fromHost: body = CopyScript.giving(copy.source)
      }
    }
    self.sender = sender
    isRemote = work.host != nil
    exports =
      isRemote ? work.secrets.map { "export \($0)=\(ShellWriter.quoted(secrets[$0] ?? "")); " }.joined() : ""
    guard !(body + exports).utf8.contains(0) else {
      throw Misjudgement("it holds a NUL character, which no command takes")
    }
  }

  /// What bash reads; the first line of a script stays the first line.
  ///
  /// - Parameters:
  ///   - process: The process on this machine, by which the work's processes on a host are marked.
  ///   - terminal: The terminal it talks to; nothing where its output is only looked at.
  /// - Returns: The text.
  func text(for process: ProcessIdentity, on terminal: String? = nil) -> String {
    // An environment shows in /proc only as it was when a program began: hence one more bash.
    let marking =
      isRemote
      ? "exec env \(Self.marker)=\(ShellWriter.quoted(process.marker)) \(Self.shell.joined(separator: " "))\n" : ""
    if let terminal {
      return marking + "{ exec <>\(ShellWriter.quoted(terminal)) >&0 2>&0; \(body)\nexit\n}\n"
    }
    // Commands must not read the rest of the script.
    return marking + exports + "{ \(body)\n}" + (sender == nil ? " </dev/null\n" : "\n")
  }

  private static func program(_ words: [String], input: String? = nil) throws(Misjudgement) -> String {
    guard let program = words.first, !program.isEmpty else { throw Misjudgement("there is no program to run") }
    let call = "exec -- " + words.map(ShellWriter.quoted).joined(separator: " ")
    guard let input else { return call }
    // bash ends what it hands over with a line end of its own.
    let text = input.hasSuffix("\n") ? String(input.dropLast()) : input
    return call + " <<< " + ShellWriter.quoted(text)
  }
}

extension ProcessIdentity {
  /// The value that marks on a host what this process has started there.
  var marker: String { "\(pid)@\(started)" }
}
