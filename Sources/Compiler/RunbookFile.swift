/// A runbook that belongs to a lab: its path relative to the lab's folder, and its bytes.
///
/// `runbooks/mealie/restore.md` is for the thing called `mealie` and becomes `mealie/restore`; `runbooks/cold-start.md` is
/// for the lab as a whole and becomes `lab/cold-start`.
public struct RunbookFile: Sendable {
  /// The path with `/` between names, beginning with `runbooks/`.
  public var path: String
  /// What stands in the file.
  public var bytes: [UInt8]

  /// Names a file.
  public init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
