#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether a backup is there, and young enough for what the lab promises.
struct BackupReadiness {
  /// A path, or `host:path`.
  let path: String?
  let promised: RecoveryPromise?
  let clock: RunClock

  var finding: ReadinessFinding {
    get async {
      guard let path else { return finding(.cannotTell, "no backup was named: --backup PATH or HOST:PATH") }
      guard let changed = await time(of: path) else {
        return finding(.not, "\(path) is not there, or cannot be looked at")
      }
      let age = max(0, Int(min(clock.now(), 1e12)) - changed)
      let words = "\(Milliseconds.describe(age.multipliedReportingOverflow(by: 1_000).partialValue)) old"
      guard let limit = promised?.pointMilliseconds else {
        return finding(.cannotTell, "\(words); nothing is promised")
      }
      let isYoung = age <= limit / 1_000
      return finding(isYoung ? .ok : .not, "\(words), promised \(Milliseconds.describe(limit))")
    }
  }

  private func finding(_ state: ReadinessFinding.State, _ reason: String) -> ReadinessFinding {
    ReadinessFinding(state: state, subject: "age of the backup", reason: reason)
  }

  /// When a file was changed last, in seconds since 1970.
  private func time(of path: String) async -> Int? {
    guard let colon = path.firstIndex(of: ":"), !path[..<colon].contains("/") else {
      var info = stat()
      guard stat(path, &info) == 0 else { return nil }
      #if canImport(Darwin)
        return info.st_mtimespec.tv_sec
      #else
        return info.st_mtim.tv_sec
      #endif
    }
    let host = String(path[..<colon])
    guard Name.isHost(host) else { return nil }
    // Single quotes keep everything but themselves from the shell at the other end.
    let file = path[path.index(after: colon)...].split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    let answer = await QuietProcess.run(
      "ssh", ["-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=5", "--", host, "stat -c %Y -- '\(file)'"])
    return answer.flatMap { Int($0.output.trimmed.prefix { $0 != "\n" }) }
  }
}
