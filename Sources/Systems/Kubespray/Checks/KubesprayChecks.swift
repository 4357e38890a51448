import Blueprint
import Diagnostics
import LabModel

/// The rules that only a kubespray cluster needs.
///
/// What kubespray itself refuses is refused here too, so that it is said before a machine is made; what it accepts in
/// silence is told in `docs/kubespray.md`.
enum KubesprayChecks {
  static let all: [Check] = [
    oddEtcd, hasControlPlane, apartControlPlanes, hasWorker, twoWorkers, knownRelease, plainVersion,
    installableVersion, readableNetworks, apartNetworks, roomForPods, supportedSystem, enoughMemory, onePlace,
    ownVariables, variableNames, etcdLimits, localEtcd, certificateNames, overlayFits, dnsIsAService, ownDomain,
    namesInCertificate,
  ]

  /// A check that looks at every cluster of a lab on its own.
  static func check(
    _ rule: Rule, bad: KubesprayExample, good: KubesprayExample,
    findings: @escaping @Sendable (Rule, KubesprayCluster, ResolvedLab) -> [Diagnostic]
  ) -> Check {
    Check(rule, bad: { bad.lab }, good: { good.lab }) { lab in
      lab.all(KubesprayCluster.self).flatMap { findings(rule, $0, lab) }
    }
  }
}
