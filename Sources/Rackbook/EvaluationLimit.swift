#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Ends the program when a lab does not come to an end.
///
/// Globals with a type annotation that refer to each other (`let a: Service = ...needs(b)`, `let b: Service = ...needs(a)`)
/// compile, and wait for each other for ever when the lab runs. The person at the terminal must be told why.
enum EvaluationLimit {
  /// How long the values of a lab may take, in seconds: 30, or what the environment variable `RACKBOOK_EVALUATION_LIMIT`
  /// says; 10,000 services take less than one.
  static var seconds: Int {
    ProcessInfo.processInfo.environment["RACKBOOK_EVALUATION_LIMIT"].flatMap { Int($0) } ?? 30
  }

  /// Evaluates something, and ends the program with a message when it takes too long.
  ///
  /// - Parameters:
  ///   - limit: In seconds.
  ///   - body: What gives the lab's values.
  /// - Returns: What `body` returned.
  static func run<Value>(limit: Int = seconds, _ body: () -> Value) -> Value {
    let watch = Task.detached {
      try await Task.sleep(for: .seconds(limit))
      FileDescriptorStream.standardError.write(
        """
        error: the lab's values are not there after \(limit) s
          Two things that are declared with a type and refer to each other (let a: Service = ... needs(b), and the other
          way round) wait for each other for ever. Take the type away, and the compiler names them; or state one of the
          relations in the lab's body.

        """)
      exit(70)
    }
    defer { watch.cancel() }
    return body()
  }
}
