#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A process that cannot be mistaken for a later one of the same number.
public struct ProcessIdentity: Sendable, Hashable, Codable {
  /// The process's number.
  public var pid: Int32
  /// The number of its process group; that of its own when it leads one.
  public var group: Int32
  /// When it was started, in a form that is only compared: on Linux the boot's id and clock ticks since then.
  public var started: String

  /// The identity of a process that is there now; nothing if it is gone.
  public init?(of pid: Int32, group: Int32) {
    guard let started = Self.startTime(of: pid) else { return nil }
    self.pid = pid
    self.group = group
    self.started = started
  }

  /// Whether the process still runs, or, where it led a group, any of its group.
  public var isAlive: Bool {
    if let now = Self.startTime(of: pid) { return now == started }
    // While its group has members the kernel gives the number to nobody else.
    return group == pid && Self.isSameBoot(started) && Self.hasMembers(group)
  }

  /// Ends the process and its group: asks first, and after a while does not.
  ///
  /// Who waits is not cancelled meanwhile.
  ///
  /// - Parameter patience: Milliseconds between the two.
  /// - Returns: Whether nothing of it is left.
  public func end(patience: Int = 2_000) async -> Bool {
    await Task.detached {
      if await isGone(after: SIGTERM, within: patience) { return true }
      return await isGone(after: SIGKILL, within: Self.longestDying)
    }.value
  }

  /// Ends the process and its group at once.
  ///
  /// - Returns: Whether nothing of it is left.
  func endAtOnce() async -> Bool {
    await Task.detached { await isGone(after: SIGKILL, within: Self.longestDying) }.value
  }

  /// How many milliseconds a process gets that has no choice: the kernel needs that long only on a busy machine.
  private static let longestDying = 10_000

  private func isGone(after signal: Int32, within milliseconds: Int) async -> Bool {
    let target = group == pid ? -group : pid
    guard isAlive else { return true }
    kill(target, signal)
    for _ in 0..<max(1, milliseconds / 20) where isAlive { try? await Task.sleep(for: .milliseconds(20)) }
    return !isAlive
  }

  #if canImport(Darwin)
    private static func startTime(of pid: Int32) -> String? {
      var info = kinfo_proc()
      var size = MemoryLayout<kinfo_proc>.stride
      var name: [Int32] = [CTL_KERN, KERN_PROC, KERN_PROC_PID, pid]
      guard sysctl(&name, 4, &info, &size, nil, 0) == 0, size > 0, Int32(info.kp_proc.p_stat) != SZOMB else {
        return nil
      }
      let time = info.kp_proc.p_un.__p_starttime
      return "\(time.tv_sec).\(time.tv_usec)"
    }

    private static func hasMembers(_ group: Int32) -> Bool { kill(-group, 0) == 0 || errno == EPERM }

    private static func isSameBoot(_ started: String) -> Bool {
      var boot = timeval()
      var size = MemoryLayout<timeval>.stride
      guard sysctlbyname("kern.boottime", &boot, &size, nil, 0) == 0 else { return false }
      return (started.split(separator: ".").first.flatMap { Int($0) } ?? 0) >= boot.tv_sec
    }
  #else
    /// The fields of a process that is more than a zombie: its state, its parent, its group and so on.
    private static func fields(of pid: Int32) -> [Substring]? {
      // The name in brackets may hold anything; the fields are counted from its last bracket.
      guard let stat = smallFile("/proc/\(pid)/stat"), let name = stat.lastIndex(of: ")") else { return nil }
      let fields = stat[stat.index(after: name)...].split(separator: " ")
      return fields.count > 19 && fields[0] != "Z" && fields[0] != "X" ? fields : nil
    }

    private static func startTime(of pid: Int32) -> String? {
      guard let fields = fields(of: pid), let boot = bootID else { return nil }
      return "\(boot)/\(fields[19])"
    }

    /// Whether a group has members that are more than zombies, which a container may never bury.
    private static func hasMembers(_ group: Int32) -> Bool {
      guard kill(-group, 0) == 0 || errno == EPERM, let processes = opendir("/proc") else { return false }
      defer { closedir(processes) }
      while let entry = readdir(processes) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if let pid = Int32(name), let fields = fields(of: pid), fields[2] == "\(group)" { return true }
      }
      return false
    }

    private static func isSameBoot(_ started: String) -> Bool {
      bootID.map { started.hasPrefix($0 + "/") } ?? false
    }

    private static var bootID: String? {
      smallFile("/proc/sys/kernel/random/boot_id").map { String($0.prefix { $0 != "\n" }) }
    }

    private static func smallFile(_ path: String) -> String? {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(file, &bytes, bytes.count)
      return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
  #endif
}
