import Diagnostics
import LabModel

/// A git repository that the lab is deployed from.
///
/// ```swift
/// let home = GitRepository("home-ops", at: "https://git.example.org/home/home-ops.git")
/// ```
///
/// Emits nothing yet: it is what is checked before something is told to deploy from it. Raises `RB0440` and `RB0441`.
public struct GitRepository: Component {
  /// The repository's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// What was written as its address.
  public let url: String
  /// The branch that is deployed.
  public let branch: String
  /// The lines of `known_hosts` for its server; public keys, no secret.
  public let knownHosts: String?

  /// Declares a repository.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - url: Its address, `https://...` or `ssh://git@...`.
  ///   - branch: The branch that is deployed; `main` unless said otherwise.
  ///   - knownHosts: The lines of `known_hosts` for its server; needed over ssh, except for servers whose keys ship with
  ///     the tools.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at url: String, branch: String = "main", knownHosts: String? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.id = ThingID("git-repository", name)
    self.declared = SourceLocation(file, line)
    self.url = url
    self.branch = branch
    self.knownHosts = knownHosts
  }

  /// Address and branch.
  public var summary: String { "\(url), branch \(branch)" }
  /// Address and branch.
  public var facts: [Fact] { [Fact("url", "Address", url), Fact("branch", "Branch", branch)] }
}
