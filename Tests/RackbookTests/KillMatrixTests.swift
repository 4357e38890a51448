import Foundation
import PythonRunner
import Testing

#if os(Linux)
  /// A few of the kills that `make bench` has 500 of; it needs sshd, curl and a C compiler.
  @Suite("The real program, killed with signal 9")
  struct KillMatrixTests {
    @Test("between system calls and inside of steps of every kind: nothing is lost, repeated, left behind or unsaid")
    func kills() async throws {
      let here = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("Mini")
      let table = try await Python.run(
        script: here.appendingPathComponent("Kills/kills.py").path, [program.path, "40"])
      #expect(table.contains("| together |"), "\(table)")
    }
  }
#endif
