import ArgumentParser
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `approve`: another person's approval of a step, by signature.
struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve a step of somebody else's run, with your SSH key.",
    discussion: """
      The request is a file that the run has written. What is asked is shown, and your comment is asked for; the \
      approval is two files that belong beside the request. There is no way to approve without a terminal.
      """)

  @Argument(help: "The request's file.")
  var file: String

  @Option(help: "Your private key, or the public key of one in your agent.")
  var key = "\(ProcessInfo.processInfo.environment["HOME"] ?? "")/.ssh/id_ed25519"

  func run() async throws {
    let signing = try ApprovalSigning(file)
    for line in signing.lines { print(line) }
    let terminal = ConsoleTerminal()
    guard terminal.isInteractive else { throw RunRefusal("nobody is at the terminal to approve this") }
    guard await terminal.ask("yes approves it, anything else does not: ") == "yes" else {
      print("Not approved")
      throw ExitCode(1)
    }
    let comment = await terminal.ask("Comment: ") ?? ""
    for path in try await signing.sign(with: key, comment: comment) { print("Written: \(path)") }
  }
}
