/// What a load is asked for.
public struct ComposeOptions: Sendable {
  /// The Compose files, laid over each other in this order; paths relative to the project's folder.
  public var files: [String]
  /// The project's name; nil takes it from the files, then from `fallbackName`.
  public var projectName: String?
  /// The name of a project that names itself nowhere.
  public var fallbackName: String
  /// Environment files for variables; nil takes `.env` where there is one.
  public var environmentFiles: [String]?
  /// Variables that come before those of the environment files; none are taken from this machine.
  public var variables: [String: String]
  /// The profiles that are active; nil for all of them.
  public var profiles: [String]?
  /// Whether variables without a value become ``Placeholder`` marks, and missing environment files warnings.
  ///
  /// Otherwise both are as Compose has them: nothing in their place, and an error for `${V:?}` and missing files.
  public var keepsUnset: Bool
  /// What the files may cost.
  public var limits: ComposeLimits

  /// Asks for one load.
  public init(
    files: [String] = ["compose.yaml"], projectName: String? = nil, fallbackName: String = "project",
    environmentFiles: [String]? = nil, variables: [String: String] = [:], profiles: [String]? = nil,
    keepsUnset: Bool = false, limits: ComposeLimits = ComposeLimits()
  ) {
    self.files = files
    self.projectName = projectName
    self.fallbackName = fallbackName
    self.environmentFiles = environmentFiles
    self.variables = variables
    self.profiles = profiles
    self.keepsUnset = keepsUnset
    self.limits = limits
  }
}
