/// One call of a real tool over emitted files: what `rackbook verify` and the tests run.
public struct Verification: Sendable, Hashable {
  /// What is checked by what, as in `nginx -t: load balancer k8s-api`.
  public var title: String
  /// The programs that must be there.
  public var tools: [Tool]
  /// The call: a script for `bash -euo pipefail`, run in the build folder; exit status 0 says yes.
  ///
  /// `$SCRATCH` is an empty folder of its own that is removed afterwards; the build folder must not be written to.
  public var script: String
  /// Whether the call makes namespaces or devices, and so must be run by root on Linux.
  public var needsRoot: Bool

  /// A program and where it comes from.
  public struct Tool: Sendable, Hashable {
    /// The program's name in `PATH`.
    public var program: String
    /// What to install to have it, for the message when it is missing.
    public var package: String

    /// Names a program.
    public init(_ program: String, from package: String) {
      self.program = program
      self.package = package
    }
  }

  /// Describes a call.
  ///
  /// - Parameters:
  ///   - title: What is checked by what.
  ///   - tools: The programs that must be there.
  ///   - needsRoot: Whether it must be run by root on Linux.
  ///   - script: The call.
  public init(_ title: String, tools: [Tool], needsRoot: Bool = false, script: String) {
    self.title = title
    self.tools = tools
    self.needsRoot = needsRoot
    self.script = script
  }
}
