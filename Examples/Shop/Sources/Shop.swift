import Rackbook

/// The environments: a `switch` over them has to say something for each.
enum Stage: String, CaseIterable { case staging, production }

@main struct Shop: EnvironmentLab {
  var environment = Stage.staging

  var domain: String { "\(environment.rawValue).shop.example" }
  var body: [any Component] { site(environment) }
}
