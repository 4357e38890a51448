import Blueprint
import Diagnostics
import LabModel

/// The rules that only a load balancer needs.
enum LoadBalancerChecks {
  static let all: [Check] = [
    twoMembers, apartMembers, apartDisks, hasBackends, fencedMembers, fencingWaived, freePorts, distinctSites,
    sharedNetwork, siteBackends, sensibleTimes, oneBalancer,
  ]

  /// A check that looks at every load balancer of a lab on its own.
  static func check(
    _ rule: Rule, bad: LoadBalancerExample, good: LoadBalancerExample,
    findings: @escaping @Sendable (Rule, LoadBalancer, ResolvedLab) -> [Diagnostic]
  ) -> Check {
    Check(rule, bad: { bad.lab }, good: { good.lab }) { lab in
      lab.all(LoadBalancer.self).flatMap { findings(rule, $0, lab) }
    }
  }
}
