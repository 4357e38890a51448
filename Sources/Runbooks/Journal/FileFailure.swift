#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file of a run could not be read or written.
public struct FileFailure: Error, Hashable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// What was tried: a verb that goes with a file, such as "open".
  public var action: String
  /// The system's error number.
  public var code: Int32

  /// Notes a failure, by default with the system's last error.
  public init(path: String, action: String, code: Int32 = errno) {
    self.path = path
    self.action = action
    self.code = code
  }

  /// `cannot open '...': No such file or directory`.
  public var description: String { "cannot \(action) '\(path)': \(String(cString: strerror(code)))" }
}
