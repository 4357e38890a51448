import LabModel

/// A lab that exists several times, such as staging and production, and is described once.
///
/// ```swift
/// enum Stage: String, CaseIterable { case staging, production }
///
/// @main struct Shop: EnvironmentLab {
///   var environment = Stage.staging
///
///   var domain: String { "\(environment.rawValue).lab.example" }
///   var body: [any Component] { shop(in: environment) }
/// }
/// ```
///
/// The environments are cases of the lab's own type, so a `switch` over them has to say something for each. The value that
/// `environment` has of itself is meant where the command line names none. Each environment is built into a folder of its
/// own, `build/<environment>`, and the lab's name tells them apart: `shop-staging`.
public protocol EnvironmentLab: Lab {
  /// The environments.
  associatedtype LabEnvironment: RawRepresentable<String> & CaseIterable & Sendable
  /// Which one this value is for.
  var environment: LabEnvironment { get }
  /// Makes the lab for an environment; `var environment = Stage.staging` is enough to have it.
  init(environment: LabEnvironment)
}

extension EnvironmentLab {
  /// The type's name in lower case with the environment's: `shop-staging`.
  public var name: String { "\(String(describing: Self.self).lowercased())-\(environment.rawValue)" }
  /// The environment's name.
  public var environmentName: String? { environment.rawValue }
  /// The names of all cases, in their order.
  public static var environmentNames: [String] { LabEnvironment.allCases.map(\.rawValue) }
  /// The lab for the case of that name.
  public static func lab(for environment: String) -> Self? {
    LabEnvironment(rawValue: environment).map { Self(environment: $0) }
  }
}
