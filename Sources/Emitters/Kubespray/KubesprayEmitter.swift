import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes inventories for kubespray, one folder per cluster.
///
/// - `kubespray/<cluster>/hosts.yaml`: machines and groups.
/// - `kubespray/<cluster>/group_vars/all/*.yml`, `group_vars/k8s_cluster/*.yml`: variables, related ones in one file.
/// - `kubespray/<cluster>/requirements.txt`: the Python packages that the release runs with.
///
/// kubespray makes secrets while it runs, and by default beside the inventory; here they go to the person's home
/// (`~/.rackbook/kubespray/<cluster>`), never into the build folder.
public struct KubesprayEmitter: Emitter {
  /// `kubespray`.
  public let name = "kubespray"
  /// A checkout of kubespray, an absolute path; with one, kubespray's own validation is among the verifications.
  public let checkout: String?

  /// An emitter.
  ///
  /// - Parameter checkout: A checkout of kubespray at the release that the lab names; none unless given.
  public init(checkout: String? = nil) {
    self.checkout = checkout
  }

  /// The inventory of every cluster.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    blueprint.clusters.flatMap { cluster in
      [Artifact("\(Self.folder(cluster))/hosts.yaml", Self.hosts(cluster))]
        + Self.variableFiles(cluster)
        + [Artifact("\(Self.folder(cluster))/requirements.txt", Self.requirements(cluster))]
    }
  }

  /// yamllint and `ansible-inventory`; with a checkout, kubespray's validation and Ansible's syntax check as well.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    blueprint.clusters.flatMap { cluster in
      [Self.yamllint(cluster), Self.inventory(cluster)]
        + (checkout.map { [Self.validation(cluster, checkout: $0), Self.syntax(cluster, checkout: $0)] } ?? [])
    }
  }

  static func folder(_ cluster: ClusterInstallation) -> String { "kubespray/\(cluster.owner.name)" }

  static func header(_ cluster: ClusterInstallation) -> [String] {
    [Blueprint.provenance(cluster.owner, cluster.origin)]
  }

  private static func requirements(_ cluster: ClusterInstallation) -> PrintedText {
    var out = TextWriter(origin: cluster.origin)
    for line in header(cluster) { out.line("# \(line)") }
    out.line("# What kubespray \(cluster.release) runs with: pip install -r requirements.txt")
    for requirement in cluster.requirements { out.line(requirement) }
    return out.printed
  }
}
