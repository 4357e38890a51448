/// What a set of Compose files may cost; a file beyond is refused.
public struct ComposeLimits: Sendable {
  /// The most bytes of one file, 4 MiB unless set otherwise.
  public var bytes = 4 << 20
  /// The most levels of nesting, 100 unless set otherwise.
  public var depth = 100
  /// The most values after anchors are followed, in all files together, 200,000 unless set otherwise.
  public var values = 200_000
  /// The most files that `include`, `extends` and `env_file` may lead to, 500 unless set otherwise.
  public var files = 500

  /// The usual limits.
  public init() {}
}
