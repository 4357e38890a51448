/// What a process carries out.
public enum WorkKind<Text: Sendable & Hashable>: Sendable, Hashable {
  /// A bash script, run with `-euo pipefail`.
  case script(Text)
  /// A program and its arguments, without a shell.
  case command([Text])
  /// A file that is copied between this machine and a host.
  case copy(FileCopy<Text>)
  /// A call of `kubectl`.
  case kubectl(ClusterCall<Text>)
  /// A call of `helm`.
  case helm(ClusterCall<Text>)
  /// An HTTP request; its status, headers and body can be looked at.
  case request(HTTPRequest<Text>)

  /// The kind's word in Markdown, in a plan's file and in messages.
  public var word: String {
    switch self {
    case .script: "script"
    case .command: "command"
    case .copy: "copy"
    case .kubectl: "kubectl"
    case .helm: "helm"
    case .request: "http"
    }
  }
}
