#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What this machine must have.
struct LocalReadiness {
  /// How many bytes must be free where the journal goes.
  static let neededBytes = 100 << 20

  let environment: [String: String]

  /// Looks for programs as a shell would.
  func tools(_ tools: [String: Bool]) -> [ReadinessFinding] {
    tools.sorted { $0.key < $1.key }.map { name, isSure in
      if let path = path(of: name) { return .init(state: .ok, subject: name, reason: path) }
      return isSure
        ? .init(state: .not, subject: name, reason: "not found in PATH")
        : .init(state: .cannotTell, subject: name, reason: "not found in PATH; the script may define it")
    }
  }

  /// Where a program is; nothing where it is not.
  func path(of name: String) -> String? {
    let folders = name.contains("/") ? [""] : (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/" }
    return folders.map { $0 + name }.first { access($0, X_OK) == 0 }
  }

  /// How much is free where the journal goes, or would go once its folder is made.
  static func space(for folder: RunFolder) -> ReadinessFinding {
    var path = folder.path.hasPrefix("/") ? folder.path : "./\(folder.path)"
    var info = statvfs()
    while statvfs(path, &info) != 0 {
      guard let slash = path.lastIndex(of: "/"), path.count > 1 else {
        return .init(state: .cannotTell, subject: "space for the journal", reason: "\(folder.path) cannot be looked at")
      }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    let (free, overflow) = Int(clamping: info.f_bavail).multipliedReportingOverflow(by: Int(clamping: info.f_frsize))
    let isEnough = overflow || free >= neededBytes
    let size = overflow ? "more than can be counted" : "\(free >> 20) MiB"
    guard access(path, W_OK) == 0 else {
      return .init(state: .not, subject: "space for the journal", reason: "\(path) cannot be written to")
    }
    return .init(state: isEnough ? .ok : .not, subject: "space for the journal", reason: "\(size) free")
  }
}
