/// A call of `kubectl` or `helm`.
public struct ClusterCall<Text: Sendable & Hashable>: Sendable, Hashable {
  /// The arguments behind the program's name, one for each word.
  public var arguments: [Text]
  /// The kubeconfig file on the machine where it runs; nothing for what the program finds by itself.
  public var kubeconfig: Text?
  /// The context in that file; nothing for the current one.
  public var context: Text?
  /// The namespace; nothing for the context's own.
  public var namespace: Text?
  /// What it reads on its standard input, such as the manifest of `apply -f -`; nothing for an empty one.
  public var input: Text?

  /// Describes a call.
  ///
  /// - Parameters:
  ///   - arguments: The arguments behind the program's name.
  ///   - kubeconfig: The kubeconfig file.
  ///   - context: The context in that file.
  ///   - namespace: The namespace.
  ///   - input: What it reads on its standard input.
  public init(
    _ arguments: [Text], kubeconfig: Text? = nil, context: Text? = nil, namespace: Text? = nil, input: Text? = nil
  ) {
    self.arguments = arguments
    self.kubeconfig = kubeconfig
    self.context = context
    self.namespace = namespace
    self.input = input
  }
}

extension ClusterCall: Codable where Text: Codable {}
