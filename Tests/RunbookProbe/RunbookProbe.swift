import Foundation
import Runbooks

/// Runs a plan as its own process, for tests that kill it: `runbook-probe PLAN FOLDER`, `runbook-probe --resume RUN FOLDER`.
///
/// `--undo` before them takes back what was done after a failure.
/// `runbook-probe --hold RUN FOLDER RESOURCE...` takes resources for a run, says so, and holds them to the end of its input.
@main
struct RunbookProbe {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let undoes = arguments.first == "--undo"
    let words = Array(arguments.dropFirst(undoes ? 1 : 0))
    if words.first == "--show" { return await Show(words.last ?? "").play() }
    guard words.count >= 2 else { fatalError("runbook-probe PLAN FOLDER | --resume RUN FOLDER | --hold ...") }
    if words[0] == "--hold", words.count > 3 {
      return try await hold(Array(words[3...]), as: words[1], in: RunFolder(words[2]))
    }
    let interrupts = Interrupts()
    var options = RunOptions(by: .current(version: "test"))
    options.assumesYes = true
    options.undoesOnFailure = undoes
    options.interrupts = interrupts
    let final = options
    let result = try await interrupts.watching {
      let run =
        words[0] == "--resume"
        ? try await Run.resume(words[1], in: RunFolder(words[2]), on: ConsoleTerminal(), options: final)
        : try await Run.start(
          RunbookPlan(bytes: Array(FileManager.default.contents(atPath: words[0]) ?? Data())), inputs: [:],
          in: RunFolder(words[1]), on: ConsoleTerminal(), options: final)
      return try await run.go()
    }
    print("ended: \(result.rawValue)")
  }

  private static func hold(_ resources: [String], as run: String, in folder: RunFolder) async throws {
    let holder = LockHolder(by: .current(version: "test"), since: "now", run: run)
    let locks: ResourceLocks
    do { locks = try await ResourceLocks.take(resources, for: holder, in: folder) } catch let refusal as RunRefusal {
      FileHandle.standardOutput.write(Data("refused: \(refusal)\n".utf8))
      return
    }
    FileHandle.standardOutput.write(Data("held\n".utf8))
    while readLine() != nil {}
    withExtendedLifetime(locks) {}
  }
}
