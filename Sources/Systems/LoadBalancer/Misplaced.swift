import LabLanguage
import LabModel

// What the compiler says about a word in the braces of a load balancer; each overload exists for its message.

extension Parts where Part == any Machine {
  /// What a load balancer fronts inside its braces.
  @available(*, unavailable, message: "an endpoint goes after the braces, with .fronts(k8s.apiServer)")
  public static func buildExpression(_ part: Endpoint) -> [Part] { [] }
  /// What is no machine.
  @available(*, unavailable, message: "only machines stand in a LoadBalancer: VMs or bare-metal hosts")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}
