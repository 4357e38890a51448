import Diagnostics

/// A container of a service.
public struct Container: Sendable, Hashable {
  /// When the image is asked for at its registry.
  public enum PullPolicy: String, Sendable, Hashable, CaseIterable {
    /// At every start.
    case always = "Always"
    /// Where the node does not have it.
    case ifNotPresent = "IfNotPresent"
    /// Never: the node must have it.
    case never = "Never"
  }

  /// The image with its tag or digest.
  public let image: String
  /// The ports it listens on, the main one first.
  public let ports: [Port]
  /// Its name in the pod; nil for the service's.
  public let name: String?
  /// What runs instead of the image's entry point; empty for the image's.
  public let command: [String]
  /// Its arguments; empty for the image's, unless there is a command.
  public let arguments: [String]
  /// The folder it starts in; nil for the image's.
  public let workingDirectory: String?
  /// When the image is asked for; nil for Kubernetes' way.
  public let pullPolicy: PullPolicy?
  /// The signal that tells it to stop, such as `SIGINT`; nil for the image's.
  public let stopSignal: String?
  /// Whether its standard input is kept open.
  public let keepsInputOpen: Bool
  /// Whether it has a terminal.
  public let hasTerminal: Bool
  /// Where it was declared.
  public let declared: SourceLocation
  /// What stands in its braces, and in those of its service if it is the first.
  public var settings = ContainerSettings()

  /// States a container; labs write the word of the same name.
  public init(
    image: String, ports: [Port] = [], name: String? = nil, command: [String] = [], arguments: [String] = [],
    workingDirectory: String? = nil, pullPolicy: PullPolicy? = nil, stopSignal: String? = nil,
    keepsInputOpen: Bool = false, hasTerminal: Bool = false, declared: SourceLocation
  ) {
    self.image = image
    self.ports = ports
    self.name = name
    self.command = command
    self.arguments = arguments
    self.workingDirectory = workingDirectory
    self.pullPolicy = pullPolicy
    self.stopSignal = stopSignal
    self.keepsInputOpen = keepsInputOpen
    self.hasTerminal = hasTerminal
    self.declared = declared
  }
}
