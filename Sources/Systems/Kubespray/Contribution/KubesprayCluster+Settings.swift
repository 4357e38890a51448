import Blueprint
import Diagnostics
import Documents
import LabModel

// kubespray's own variables. Each name stands in the defaults of its roles at 2.31.0.
extension KubesprayCluster {
  /// The variables in groups, one file each, in the order of kubespray's own sample.
  func settingGroups(in lab: ResolvedLab) -> [ClusterInstallation.SettingGroup] {
    var groups = [
      group("all/api", apiSettings),
      group("all/hosts", hostSettings(in: lab)),
      group("all/etcd", etcdSettings),
      group("k8s_cluster/network", networkSettings),
      group("k8s_cluster/certificates", certificateSettings),
      group("k8s_cluster/security", securitySettings),
      group("k8s_cluster/addons", addonSettings),
    ]
    if !variables.isEmpty {
      groups.append(group("k8s_cluster/variables", variables.map { ($0.name, $0.value.node.from($0.declared)) }))
    }
    return groups
  }

  private func group(_ name: String, _ entries: [(String, Node?)]) -> ClusterInstallation.SettingGroup {
    ClusterInstallation.SettingGroup(name, Node.mapping(entries).from(declared))
  }

  private var apiSettings: [(String, Node?)] {
    [
      (
        "loadbalancer_apiserver_localhost",
        Node.bool(true).commented(
          "Each node reaches the API through its own nginx: no load balancer stands between a node and its start.")
      ),
      ("loadbalancer_apiserver_type", "nginx"),
      ("loadbalancer_apiserver_port", .int(Self.apiPort)),
      ("loadbalancer_apiserver_healthcheck_port", 8081),
    ]
  }

  private func hostSettings(in lab: ResolvedLab) -> [(String, Node?)] {
    let networks = Set(machines.map(\.address.network))
    let servers = lab.settings(of: networks, \.dns)
    let clocks = lab.settings(of: networks, \.ntp)
    let domains = lab.settings(of: networks, \.searchDomains)
    return [
      ("upstream_dns_servers", servers.isEmpty ? nil : .strings(servers)),
      ("searchdomains", domains.isEmpty ? nil : .strings(domains)),
      ("ntp_enabled", Node.bool(true).commented("etcd and certificates need clocks that agree.")),
      ("ntp_manage_config", clocks.isEmpty ? nil : true),
      ("ntp_servers", clocks.isEmpty ? nil : .strings(clocks.map { "\($0) iburst" })),
      ("allow_unsupported_distribution_setup", allowsUnknownSystems ? true : nil),
    ]
  }

  private var etcdSettings: [(String, Node?)] {
    [
      ("etcd_deployment_type", "host"),
      ("etcd_data_dir", .string(etcd.dataDirectory)),
      ("etcd_quota_backend_bytes", .string("\(etcd.quota.bytes)")),
      ("etcd_heartbeat_interval", .string("\(etcd.heartbeatMilliseconds)")),
      ("etcd_election_timeout", .string("\(etcd.electionTimeoutMilliseconds)")),
      (
        "etcd_metrics_port",
        Node.int(Self.etcdMetricsPort).commented("Without TLS: only numbers, and Prometheus has no etcd certificate.")
      ),
      ("etcd_backup_retention_count", .int(etcd.keptBackups)),
    ]
  }

  private var networkSettings: [(String, Node?)] {
    [
      ("kube_network_plugin", .string(networking.plugin.rawValue)),
      ("kube_owner", networking.plugin == .cilium ? "root" : nil),
      ("kubelet_max_pods", .int(networking.podsPerNode)),
      ("kube_proxy_mode", .string(networking.proxy.rawValue)),
      (
        "calico_nftable_mode",
        networking.plugin == .calico && networking.proxy == .nftables ? "Enabled" : nil
      ),
      ("kube_proxy_strict_arp", networking.proxy == .ipvs ? true : nil),
      ("kube_proxy_metrics_bind_address", "0.0.0.0:10249"),
      ("calico_mtu", networking.plugin == .calico ? networking.mtu.map(Node.int) : nil),
      ("cilium_mtu", networking.plugin == .cilium ? networking.mtu.map { .string("\($0)") } : nil),
      ("skydns_server", networking.dnsText.map(Node.string)),
      ("enable_nodelocaldns", true),
      ("nodelocaldns_ip", "169.254.25.10"),
      ("resolvconf_mode", "host_resolvconf"),
    ]
  }

  private var certificateSettings: [(String, Node?)] {
    let names = kubernetesMachines.map { $0.name.replacing(".", with: "\\.") }
    let approver: Node = [
      "bypassDnsResolution": Node.bool(true).commented("Nodes are found by address; not every lab has names for them."),
      "providerRegex": .string("^(\(names.joined(separator: "|")))$"),
      "providerIpPrefixes": .strings(kubernetesMachines.map { "\($0.address.text)/32" }),
    ]
    return [
      (
        "auto_renew_certificates",
        Node.bool(true).commented("kubeadm's certificates live one year; nobody remembers the day.")
      ),
      ("auto_renew_certificates_systemd_calendar", "Mon *-*-1,2,3,4,5,6,7 03:00:00"),
      ("kubelet_rotate_certificates", true),
      ("kubelet_rotate_server_certificates", true),
      ("kubelet_csr_approver_values", approver),
      ("kubeconfig_localhost", true),
      ("kubelet_shutdown_grace_period", "60s"),
      ("kubelet_shutdown_grace_period_critical_pods", "20s"),
    ]
  }

  private var securitySettings: [(String, Node?)] {
    let encryption: [(String, Node?)] = [
      ("kube_encrypt_secret_data", .bool(security.encryptsSecrets)),
      ("kube_encryption_algorithm", security.encryptsSecrets ? "secretbox" : nil),
      ("kube_encryption_resources", security.encryptsSecrets ? ["secrets"] : nil),
    ]
    let audit: [(String, Node?)] = [
      ("kubernetes_audit", .bool(security.keepsAuditLog)),
      ("audit_log_maxage", security.keepsAuditLog ? 30 : nil),
      ("audit_log_maxbackups", security.keepsAuditLog ? 10 : nil),
      ("audit_log_maxsize", security.keepsAuditLog ? 100 : nil),
    ]
    return encryption + audit + [
      (
        "kube_apiserver_admission_control_config_file",
        Node.bool(true).commented("Without it kubespray never writes the pod security settings below.")
      ),
      ("kube_apiserver_enable_admission_plugins", ["NodeRestriction", "PodSecurity"]),
      ("kube_pod_security_use_default", true),
      ("kube_pod_security_default_enforce", .string(security.podSecurity.rawValue)),
      ("remove_anonymous_access", .bool(!security.allowsAnonymousJoining)),
      ("tls_min_version", "VersionTLS12"),
    ]
  }

  private var addonSettings: [(String, Node?)] {
    [
      ("helm_enabled", Node.bool(true).commented("kubespray installs the approver of kubelet certificates with it.")),
      ("metrics_server_enabled", .bool(addons.contains(.metricsServer))),
      ("metrics_server_kubelet_insecure_tls", addons.contains(.metricsServer) ? false : nil),
      ("gateway_api_enabled", .bool(addons.contains(.gatewayAPI))),
      ("node_feature_discovery_enabled", .bool(addons.contains(.nodeFeatureDiscovery))),
    ]
  }
}
