import Foundation
import Runbooks

/// What redaction costs: output of 100 MB a second goes through a pipe, as it is and without its secrets.
///
/// `redaction [SECONDS]` prints the wall time, the rate, and the reader's CPU time of both, then the same as fast as the
/// pipe goes.
@main
struct Redaction {
  static let chunk = 65_536
  static let rate = 100_000_000.0

  /// Ten passwords and a key, as a large runbook has them.
  static var secrets: [String: String] {
    var secrets: [String: String] = [:]
    for number in 0..<10 { secrets["PASSWORD_\(number)"] = "\(number)Correct/horse+battery=staple \(number &* 7919)" }
    let line = (0..<48).map { Character(UnicodeScalar(UInt8(65 + $0 * 7 % 26))) }
    let lines = (0..<26).map { "\(String(line))\($0)abcdefgh" }.joined(separator: "\n")
    secrets["KEY"] = "-----BEGIN PRIVATE KEY-----\n\(lines)\n-----END PRIVATE KEY-----\n"
    return secrets
  }

  /// A megabyte of output: log lines, JSON, base64, now and then a secret.
  static var output: [UInt8] {
    var text = ""
    var number = 0
    while text.utf8.count < 1_000_000 {
      number += 1
      text += "2026-11-23T10:00:00.\(number)Z INFO etcd: applied index \(number * 31), took \(number % 97) ms\n"
      text +=
        "{\"level\":\"warn\",\"caller\":\"raft/node.go:\(number)\",\"msg\":\"slow fdatasync\",\"took\":\"1.\(number)s\"}\n"
      if number % 50 == 0 {
        text += Data("certificate \(number) of the cluster's members".utf8).base64EncodedString() + "\n"
      }
      if number % 500 == 0 { text += "password \(secrets["PASSWORD_3"] ?? "")\n" }
    }
    return Array(text.utf8)
  }

  struct Figures {
    var bytes = 0
    var wall = 0.0
    var cpu = 0.0

    func show(_ name: String) {
      let megabytes = Double(bytes) / 1e6
      let cost = String(format: "%.3f s CPU, %.2f ns a byte", cpu, cpu * 1e9 / Double(bytes))
      print(name, String(format: "%.0f MB in %.3f s, %.1f MB/s,", megabytes, wall, megabytes / wall), cost)
    }
  }

  static func main() {
    let seconds = CommandLine.arguments.dropFirst().first.flatMap(Double.init) ?? 5
    let (secrets, output) = (secrets, output)
    let start = ContinuousClock.now
    let redactor = Redactor(secrets)
    print("prepared in \(start.duration(to: .now))")
    for pace in [rate, .infinity] {
      let total = Int(min(pace, 5 * rate) * seconds)
      print(pace.isFinite ? "at \(Int(pace / 1e6)) MB/s:" : "as fast as it goes:")
      run(output, total, pace, Redactor([:])).show("  as it is:")
      run(output, total, pace, redactor).show("  without secrets:")
    }
  }

  /// Sends bytes through a pipe to a reader that redacts them and throws them away.
  static func run(_ output: [UInt8], _ total: Int, _ pace: Double, _ redactor: Redactor) -> Figures {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return Figures() }
    let (source, drain) = (ends[0], ends[1])
    Thread.detachNewThread {
      write(output, total, pace, to: drain)
      close(drain)
    }
    var redactor = redactor
    var figures = Figures()
    let null = open("/dev/null", O_WRONLY)
    let (wall, cpu) = (ContinuousClock.now, threadTime())
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = read(source, &buffer, chunk)
      guard count > 0 else { break }
      figures.bytes += count
      let safe = redactor.pass(buffer[..<count])
      _ = safe.withUnsafeBytes { Foundation.write(null, $0.baseAddress, $0.count) }
    }
    _ = redactor.finish()
    figures.cpu = threadTime() - cpu
    let (whole, parts) = wall.duration(to: .now).components
    figures.wall = Double(whole) + Double(parts) / 1e18
    close(source)
    close(null)
    return figures
  }

  /// Writes output again and again, no faster than the pace in bytes a second.
  static func write(_ output: [UInt8], _ total: Int, _ pace: Double, to drain: Int32) {
    let start = ContinuousClock.now
    var sent = 0
    while sent < total {
      let offset = sent % (output.count - chunk)
      let count = output.withUnsafeBytes { Foundation.write(drain, $0.baseAddress?.advanced(by: offset), chunk) }
      guard count > 0 else { return }
      sent += count
      let ahead = start.advanced(by: .seconds(Double(sent) / pace)) - ContinuousClock.now
      if pace.isFinite, ahead > .milliseconds(1) { usleep(UInt32(ahead.components.attoseconds / 1_000_000_000_000)) }
    }
  }

  /// CPU seconds of this thread.
  static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
