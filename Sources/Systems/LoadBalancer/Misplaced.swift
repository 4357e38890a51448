import LabLanguage
import LabModel

// What the compiler says about a word in the braces of a load balancer; it exists for its message.
extension Parts where Part == any Machine {
  /// Something that is no machine inside a load balancer.
  @available(
    *, unavailable,
    message: "only machines stand in a LoadBalancer; an endpoint goes after the braces, with .fronts(k8s.apiServer)"
  )
  public static func buildExpression(_ part: any Component) -> [Part] { [] }
}
