import Blueprint
import LabModel

/// The strictest of Kubernetes' Pod Security Standards that a workload's pods keep.
enum PodSecurityLevel: String, Comparable {
  case restricted, baseline, privileged

  /// Capabilities that `baseline` lets a container have beside the runtime's.
  private static let baselineCapabilities: Set<String> = [
    "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP",
    "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
  ]

  /// Settings of the kernel that a pod has of its own.
  private static let safeSysctls: Set<String> = [
    "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
  ]

  init(of workload: WorkloadResource) {
    let template = workload.template
    let contexts = template.allContainers.map(\.settings.security.first)
    if Self.reachesNode(template) || contexts.contains(where: { $0.map(Self.needsPrivileges) ?? false }) {
      self = .privileged
    } else if workload.waits.isEmpty, Self.hasPlainVolumes(template),
      contexts.allSatisfy({ $0.map(Self.isRestricted) ?? false })
    {
      self = .restricted
    } else {
      self = .baseline
    }
  }

  static func < (left: PodSecurityLevel, right: PodSecurityLevel) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .restricted: 0
    case .baseline: 1
    case .privileged: 2
    }
  }

  private static func reachesNode(_ template: PodTemplate) -> Bool {
    let pod = template.pods.first
    return pod?.hostNetwork == true || pod?.hostPID == true || pod?.hostIPC == true
      || pod?.sysctls.contains { !safeSysctls.contains($0.name) } == true
      || template.published.contains { $0.kind == .hostPort }
      || template.volumes.contains { if case .hostPath = $0 { true } else { false } }
  }

  private static func needsPrivileges(_ context: SecurityContext) -> Bool {
    context.privileged || context.seccomp == .unconfined || context.appArmor == .unconfined
      || context.add.contains { !baselineCapabilities.contains($0) }
  }

  private static func isRestricted(_ context: SecurityContext) -> Bool {
    context.nonRoot == true && context.user != 0 && !context.allowsPrivilegeEscalation && context.drop.contains("ALL")
      && context.add.allSatisfy { $0 == "NET_BIND_SERVICE" }
  }

  private static func hasPlainVolumes(_ template: PodTemplate) -> Bool {
    template.volumes.allSatisfy { if case .nfs = $0 { false } else { true } }
  }
}
