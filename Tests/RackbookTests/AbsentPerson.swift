import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The ways in which nobody is there to answer a program's question.
enum AbsentPerson: String, CaseIterable, Sendable {
  /// Standard input is a pipe into which nothing comes, and which stays open.
  case silentPipe
  /// Standard input is a pipe that holds every answer there is.
  case answersInPipe
  /// Standard input is at its end.
  case endOfInput
  /// Standard input is closed.
  case closedInput
  /// Standard input is at its end, and `--yes` was given.
  case yes
  /// At a terminal: Ctrl-D in the place of an answer.
  case endAtTerminal
  /// At a terminal: an empty line, then Ctrl-D.
  case emptyLine
  /// At a terminal: SIGHUP at the question.
  case hangUp
  /// A terminal that goes away at the question.
  case lostTerminal

  var hasTerminal: Bool { [.endAtTerminal, .emptyLine, .hangUp, .lostTerminal].contains(self) }

  /// Runs a program for which nobody is there.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - arguments: Its arguments.
  ///   - typed: What is typed at the questions that come before the one that is meant, at a terminal.
  ///   - environment: Its environment.
  ///   - folder: Where it runs.
  /// - Returns: What it said, and its exit code.
  /// - Throws: What starting it throws.
  func run(
    _ program: URL, _ arguments: [String], typing typed: [String], _ environment: [String: String], in folder: URL
  ) async throws -> (said: String, status: Int32) {
    // A thread of its own waits for it: the other tests go on meanwhile.
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try runHere(program, arguments, typing: typed, environment, in: folder) })
      }
    }
  }

  private func runHere(
    _ program: URL, _ arguments: [String], typing typed: [String], _ environment: [String: String], in folder: URL
  ) throws -> (said: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let redirection = self == .closedInput ? " <&-" : ""
    process.arguments =
      ["-c", "exec \"$@\"\(redirection)", "sh", program.path] + arguments + (self == .yes ? ["--yes"] : [])
    process.environment = environment
    process.currentDirectoryURL = folder
    return hasTerminal ? try runAtTerminal(process, typed) : try runWithout(process)
  }

  private func runWithout(_ process: Process) throws -> (said: String, status: Int32) {
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = self == .silentPipe || self == .answersInPipe ? input : FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    if self == .answersInPipe {
      let answers = ["", "yes", "y", "d", "r", "j", "after", "because", "l", "u"].map { $0 + "\n" }.joined()
      try input.fileHandleForWriting.write(contentsOf: Data(String(repeating: answers, count: 20).utf8))
    }
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try input.fileHandleForWriting.close()
    return (said, process.terminationStatus)
  }

  private func runAtTerminal(_ process: Process, _ typed: [String]) throws -> (said: String, status: Int32) {
    var (terminal, inner) = (Int32(-1), Int32(-1))
    guard openpty(&terminal, &inner, nil, nil, nil) == 0 else { throw POSIXError(.EIO) }
    let handle = FileHandle(fileDescriptor: inner, closeOnDealloc: true)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try handle.close()
    var answers = typed.map { $0 + "\n" } + (self == .emptyLine ? ["\n"] : [])
    var (said, seen) = ([UInt8](), 0)
    var bytes = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(terminal, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      said += bytes[..<count]
      guard said.count > seen, said.suffix(2).elementsEqual(": ".utf8) else { continue }
      seen = said.count
      if !answers.isEmpty {
        put(answers.removeFirst(), to: terminal)
      } else if self == .hangUp {
        kill(process.processIdentifier, SIGHUP)
      } else if self == .lostTerminal {
        break
      } else {
        put("\u{4}", to: terminal)
      }
    }
    close(terminal)
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }

  private func put(_ text: String, to terminal: Int32) { _ = text.withCString { write(terminal, $0, strlen($0)) } }
}
