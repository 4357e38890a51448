#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Who runs a runbook, and with what.
public struct RunOperator: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The person's name on this machine; behind sudo, that of the person who called it.
  public var user: String
  /// The machine.
  public var machine: String
  /// The process that does the running.
  public var pid: Int32
  /// The tool's version.
  public var version: String

  /// Names an operator.
  public init(user: String, machine: String, pid: Int32, version: String) {
    self.user = user
    self.machine = machine
    self.pid = pid
    self.version = version
  }

  /// The person and machine of this process.
  ///
  /// - Parameter version: The tool's version.
  /// - Returns: The operator.
  public static func current(version: String) -> RunOperator {
    var name = [CChar](repeating: 0, count: 256)
    let known = gethostname(&name, name.count - 1) == 0
    let machine = known ? String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
    let caller = getenv("SUDO_USER").map { String(cString: $0) } ?? ""
    return RunOperator(
      user: caller.isEmpty ? accountName() : caller, machine: machine, pid: getpid(), version: version)
  }

  /// `anna on desk, process 4711`.
  public var description: String { "\(user) on \(machine), process \(pid)" }

  private static func accountName() -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 4096)
    guard getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name
    else { return "user \(getuid())" }
    return String(cString: name)
  }
}
