import LabLanguage
import LabModel

extension ResolvedLab {
  /// A lab with a service in a cluster, which has a container and the parts of the closure, beside other things.
  static func inCluster(
    named name: String = "web", beside things: [any Component] = [],
    @Parts<any ServicePart> _ parts: () -> [any ServicePart]
  ) -> ResolvedLab {
    let cluster = ExampleCluster()
    let namespace = Namespace("apps", in: cluster)
    let added = parts()
    return .example {
      cluster
      namespace
      Service(name, in: namespace) {
        Container("nginx:1.28.0", port: 80)
        added
      }
      things
    }
  }
}
