import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes `corosync.conf`: how the hosts of a failover group talk, encrypted, and when one counts as lost.
public struct CorosyncEmitter: Emitter {
  /// `corosync`.
  public let name = "corosync"

  /// An emitter.
  public init() {}

  /// One file for each failover group.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    blueprint.failoverGroups.flatMap { group in
      log.artifact(Self.path(group), for: group.owner) {
        try CorosyncConfig.print(
          Self.sections(group), header: [Blueprint.provenance(group.owner, group.origin)])
      }
    }
  }

  static func path(_ group: FailoverGroup) -> String {
    HostRole.artifactPath(of: FailoverGroup.corosyncFile, in: group.role)
  }

  private static func sections(_ group: FailoverGroup) -> [CorosyncConfig.Section] {
    [
      CorosyncConfig.Section(
        "totem",
        [
          .setting("version", "2"),
          .setting("cluster_name", group.name),
          // Without knet nothing is encrypted.
          .setting("transport", "knet"),
          .setting("link_mode", "passive"),
          .setting("crypto_cipher", "aes256"),
          .setting("crypto_hash", "sha256"),
          .setting("token", String(group.token)),
          .setting("token_retransmits_before_loss_const", "10"),
        ], from: group.origin),
      CorosyncConfig.Section("quorum", quorum(of: group), from: group.origin),
      CorosyncConfig.Section("nodelist", group.members.enumerated().map(node), from: group.origin),
      CorosyncConfig.Section(
        "logging",
        [
          .setting("to_stderr", "no"),
          .setting("to_syslog", "yes"),
          .setting("to_logfile", "yes"),
          .setting("logfile", "/var/log/corosync/corosync.log"),
          .setting("timestamp", "on"),
        ], from: group.origin),
    ]
  }

  /// Two hosts have no majority: either may go on alone, but only after both were seen together once.
  private static func quorum(of group: FailoverGroup) -> [CorosyncConfig.Entry] {
    let provider = CorosyncConfig.Entry.setting("provider", "corosync_votequorum")
    guard group.members.count == 2 else { return [provider] }
    return [provider, .setting("two_node", "1"), .setting("wait_for_all", "1")]
  }

  private static func node(_ index: Int, _ member: FailoverGroup.Member) -> CorosyncConfig.Entry {
    .section(
      CorosyncConfig.Section(
        "node",
        [
          .setting("name", member.machine.name),
          .setting("nodeid", String(index + 1)),
          .setting("ring0_addr", member.address),
        ], from: member.origin))
  }

  /// Corosync reads each file under the name of its first host, with a key made for the occasion.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    blueprint.failoverGroups.compactMap { group in
      guard let first = group.members.first else { return nil }
      return Verification(
        "corosync -t: \(group.owner)",
        tools: [.init("corosync", from: "corosync"), .init("unshare", from: "util-linux")], needsRoot: true,
        script: """
          cp \(Shell.quote(Self.path(group))) "$SCRATCH/corosync.conf"
          head -c 256 /dev/urandom >"$SCRATCH/authkey"
          unshare --mount --uts bash -euc '
            mount --bind "$SCRATCH" /etc/corosync
            hostname \(first.machine.name)
            exec corosync -t -c /etc/corosync/corosync.conf'
          """)
    }
  }
}
