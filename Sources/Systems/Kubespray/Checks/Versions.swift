import Blueprint
import Diagnostics
import LabModel

extension KubesprayChecks {
  static let knownRelease = check(
    Rule(
      "RB0306", .error, "a release of kubespray is one that Rackbook has read",
      why:
        "Variables, versions and the demanded Ansible differ between releases: what was not read cannot be promised.",
      remedy: "Name a known release; upgrade from one minor release to the next, never past one.", waivable: false),
    bad: KubesprayExample(release: "2.31.7"), good: KubesprayExample()
  ) { rule, cluster, _ in
    guard cluster.release == nil, !hasLeadingV(cluster.releaseText) else { return [] }
    let known = KubesprayRelease.known.map(\.version)
    return [
      rule.diagnostic(
        about: cluster.id, "kubespray '\(cluster.releaseText)' of \(cluster.id) is not known",
        solutions: [NearMiss.suggestion(for: cluster.releaseText, in: known) ?? "use \(known.joined(separator: ", "))"])
    ]
  }

  static let plainVersion = check(
    Rule(
      "RB0307", .error, "versions are written without a leading v",
      why: "Since 2.28 kubespray compares versions as numbers: `v1.35.4` ends its run with a type error.",
      remedy: "Write 1.35.4.", waivable: false),
    bad: KubesprayExample(kubernetes: "v1.35.4"), good: KubesprayExample()
  ) { rule, cluster, _ in
    [cluster.releaseText, cluster.kubernetesText].filter(hasLeadingV).map {
      rule.diagnostic(
        about: cluster.id, "'\($0)' of \(cluster.id) begins with a v",
        fixes: [Fix("leave the v out", quoted: $0, by: String($0.dropFirst()))])
    }
  }

  static let installableVersion = check(
    Rule(
      "RB0308", .error, "the release of kubespray installs the version of Kubernetes",
      why: "kubespray installs only what it has a checksum for.",
      remedy: "Take a version of the release's list, or another release.", waivable: false),
    bad: KubesprayExample(kubernetes: "1.36.0"), good: KubesprayExample(kubernetes: "1.34.7")
  ) { rule, cluster, _ in
    guard let release = cluster.release, !hasLeadingV(cluster.kubernetesText) else { return [] }
    let installers = KubesprayRelease.known.filter { release in cluster.kubernetes.map(release.installs) ?? false }
    if installers.contains(release) { return [] }
    return [
      rule.diagnostic(
        about: cluster.id, "kubespray \(release.version) does not install Kubernetes '\(cluster.kubernetesText)'",
        notes: [Diagnostic.Note("it installs \(release)")],
        solutions: installers.map { "use kubespray \($0.version), which does" })
    ]
  }

  private static func hasLeadingV(_ text: String) -> Bool { text.first == "v" || text.first == "V" }
}
