import Diagnostics
import Documents
import LabModel
import Systems

extension AnsibleImport {
  private static let controlPlanes = ["kube_control_plane", "kube-control-plane", "kube-master", "kube_master"]
  private static let workers = ["kube_node", "kube-node"]
  private static let whole = ["k8s_cluster", "k8s-cluster"]
  private static let empty = ["calico_rr", "calico-rr"]

  /// The cluster of an inventory that is kubespray's, with the settings that Rackbook has words for; others go along as
  /// variables.
  mutating func importKubespray() {
    let controlPlanes = Self.controlPlanes.flatMap(inventory.members).filter { machines[$0] != nil }
    guard let first = controlPlanes.first, let place = inventory.hosts[first]?.place else { return }
    let workers = Self.workers.flatMap(inventory.members).filter { machines[$0] != nil }
    let etcd = inventory.members(of: "etcd").filter { machines[$0] != nil }
    carriedGroups.formUnion(Self.controlPlanes + Self.workers + Self.whole + Self.empty + ["etcd"])

    var parts = controlPlanes.map { part("ControlPlane", $0, isEtcd: etcd.isEmpty || etcd.contains($0)) }
    parts += etcd.filter { !controlPlanes.contains($0) }.map { part("EtcdMember", $0) }
    parts += workers.map { part("Worker", $0) }
    let settings = KubespraySettings(
      variables: resolution.variables(of: first), files: inventory.allVariables,
      etcd: etcd.first.map(resolution.variables))
    let name = settings.take("cluster_name")?.text
    let label = name?.split(separator: ".").first.map(String.init) ?? "cluster"
    let (release, kubernetes) = versions(
      settings.take("kube_version"), release: settings.take("kubespray_version")?.text, at: place)
    var arguments: [SwiftCall.Argument] = [
      .init(.text(label)), .init("release", .text(release)), .init("kubernetes", .text(kubernetes)),
    ]
    if let name { arguments.append(.init("dnsDomain", .text(settings.take("dns_domain")?.text ?? name))) }
    arguments += settings.arguments
    for name in controlPlanes + workers + etcd {
      resolution.variables(of: name)["etcd_member_name"]?.settle(.changed("Rackbook names the members of etcd"))
    }
    lab.declarations.append(
      ImportedDeclaration(
        ThingID("cluster", label), in: "Cluster", SwiftCall("KubesprayCluster", arguments, parts: parts), at: place,
        comments: ["Assumed: the release of kubespray."]))
  }

  private func part(_ word: String, _ host: String, isEtcd: Bool = true) -> SwiftExpression {
    let machine = SwiftExpression.thing(machines[host] ?? ThingID("host", host))
    return .call(SwiftCall(word, [.init(machine)] + (isEtcd ? [] : [.init("etcd", .boolean(false))])))
  }

  /// The newest release that installs the version, and the version; the newest of both where none is stated.
  private mutating func versions(
    _ variable: InventoryVariable?, release stated: String?, at place: SourceLocation
  ) -> (String, String) {
    if let stated, let release = KubesprayRelease(stated) {
      return (stated, plain(variable) ?? release.newestPatches.first.map { "\($0)" } ?? "")
    }
    let text = plain(variable)
    let version = text.flatMap { KubernetesVersion($0) }
    let release = KubesprayRelease.known.first { release in version.map(release.installs) ?? true }
    let name = release?.version ?? KubesprayRelease.known.first?.version ?? ""
    lab.diagnostics.append(
      AnsibleRules.releaseIsAssumed.diagnostic(at: variable?.place ?? place, "kubespray \(name) is assumed"))
    return (name, text ?? release?.newestPatches.first.map { "\($0)" } ?? "")
  }

  private func plain(_ version: InventoryVariable?) -> String? {
    version?.text.map { $0.hasPrefix("v") ? String($0.dropFirst()) : $0 }
  }
}
