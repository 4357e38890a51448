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

  /// An emitter.
  public init() {}

  /// The inventory of every cluster.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    blueprint.clusters.flatMap { cluster in
      [Artifact("\(Self.folder(cluster))/hosts.yaml", Self.hosts(cluster))]
        + Self.variableFiles(cluster)
        + [Artifact("\(Self.folder(cluster))/requirements.txt", Self.requirements(cluster))]
    }
  }

  /// yamllint and `ansible-inventory`; for kubespray itself see ``validations(of:checkout:)``.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    blueprint.clusters.flatMap { [Self.yamllint($0), Self.inventory($0)] }
  }

  /// What kubespray itself says to the inventories, and Ansible to its playbook; no machine is contacted.
  ///
  /// - Parameters:
  ///   - blueprint: What systems contributed.
  ///   - checkout: A checkout of kubespray at the release that the lab names, an absolute path.
  /// - Returns: Two calls for each cluster.
  public static func validations(of blueprint: Blueprint, checkout: String) -> [Verification] {
    blueprint.clusters.flatMap { [validation($0, checkout: checkout), syntax($0, checkout: checkout)] }
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
