import Subprocess

/// A program that only looks, with its output and an end in sight.
enum QuietProcess {
  /// What it said.
  struct Answer: Sendable {
    var hasSucceeded: Bool
    var output: String
    var error: String
  }

  /// Runs a program; nothing where it cannot be started or does not end in time.
  ///
  /// - Parameters:
  ///   - program: Its name.
  ///   - arguments: Its arguments.
  ///   - input: What it reads.
  ///   - limit: For how long it may run.
  /// - Returns: What it said.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], limit: Duration = .seconds(60)
  ) async -> Answer? {
    await withTaskGroup(of: Answer?.self) { group in
      group.addTask {
        let result = try? await Subprocess.run(
          .name(program), arguments: Arguments(arguments), input: .array(input), output: .string(limit: 1 << 20),
          error: .string(limit: 1 << 16))
        return result.map { result in
          Answer(
            hasSucceeded: result.terminationStatus.isSuccess, output: result.standardOutput, error: result.standardError
          )
        }
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
