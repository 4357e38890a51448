import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes what Pacemaker keeps running: the shared address, the server beside it, and the devices that fence.
///
/// - The wanted configuration (CIB) as XML, without any password.
/// - A program that makes the live configuration equal to it in one step.
public struct PacemakerEmitter: Emitter {
  /// `pacemaker`.
  public let name = "pacemaker"

  /// An emitter.
  public init() {}

  /// Two files for each failover group.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    blueprint.failoverGroups.flatMap { group in
      let provenance = Blueprint.provenance(group.owner, group.origin)
      let cib = log.artifact(Self.path(group), for: group.owner) {
        try XML.print(ClusterInformationBase(group).root, header: [provenance])
      }
      return cib + [Self.program(for: group, provenance)]
    }
  }

  static func path(_ group: FailoverGroup) -> String {
    HostRole.artifactPath(of: group.resourcesFile, in: group.role)
  }

  /// The program: shell, because the hosts have nothing else for certain.
  private static func program(for group: FailoverGroup, _ provenance: String) -> Artifact {
    var out = TextWriter(origin: group.origin)
    out.line("#!/bin/sh")
    out.line("# " + provenance)
    out.line(applyCIB)
    return Artifact(
      HostRole.artifactPath(of: FailoverGroup.applyProgram, in: group.role), out.printed, isExecutable: true)
  }

  private static let applyCIB = #"""
    #
    # apply-cib FILE [--check]
    #
    # Makes the live configuration of the Pacemaker cluster equal to FILE, in one step, and prints what it changed:
    # nothing when both were equal already. With --check it only prints. Resources, constraints and defaults that are
    # not in FILE go away; cluster properties, nodes and node attributes (standby) that are not in FILE stay.
    set -eu

    wanted=$1
    mode=${2:-}

    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT

    cibadmin --query >"$work/live.xml"
    cp "$work/live.xml" "$work/next.xml"
    export CIB_file="$work/next.xml"
    cibadmin --delete-all --force --xpath \
        '/cib/configuration/*[self::resources or self::constraints or self::rsc_defaults or self::op_defaults]/*'
    cibadmin --modify --allow-create --scope configuration --xml-file "$wanted"
    unset CIB_file

    # crm_diff ends with 0 when both are equal, with 1 when they are not.
    if crm_diff --no-version --original "$work/live.xml" --new "$work/next.xml" >"$work/patch.xml"; then
        exit 0
    fi
    cat "$work/patch.xml"
    if [ "$mode" != --check ]; then
        cibadmin --patch --xml-file "$work/patch.xml"
    fi
    """#
}
