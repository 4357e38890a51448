import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Runs a plan as its own process, for tests that kill it: `runbook-probe PLAN FOLDER` or `runbook-probe --resume RUN FOLDER`.
@main
struct RunbookProbe {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 2 else { fatalError("runbook-probe PLAN FOLDER | --resume RUN FOLDER") }
    let interrupts = Interrupts()
    var options = RunOptions(by: .current(version: "probe"))
    options.assumesYes = true
    options.interrupts = interrupts
    let final = options
    let result = try await interrupts.watching {
      var run =
        words[0] == "--resume"
        ? try Run.resume(words[1], in: RunFolder(words[2]), on: ConsoleTerminal(), options: final)
        : try await Run.start(
          RunbookPlan(bytes: Array(FileManager.default.contents(atPath: words[0]) ?? Data())), inputs: [:],
          in: RunFolder(words[1]), on: ConsoleTerminal(), options: final)
      return try await run.go()
    }
    print("ended: \(result.rawValue)")
  }
}
