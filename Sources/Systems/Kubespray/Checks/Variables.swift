import Blueprint
import Diagnostics
import LabModel

extension KubesprayChecks {
  /// Every variable that Rackbook sets in some lab; a test holds it against what is emitted.
  static let ownNames: Set<String> = [
    "allow_unsupported_distribution_setup", "ansible_become", "ansible_user", "artifacts_dir", "audit_log_maxage",
    "audit_log_maxbackups", "audit_log_maxsize", "auto_renew_certificates",
    "auto_renew_certificates_systemd_calendar", "calico_nftable_mode", "cluster_name", "credentials_dir",
    "enable_nodelocaldns", "etcd_backup_retention_count", "etcd_data_dir", "etcd_deployment_type",
    "etcd_election_timeout", "etcd_heartbeat_interval", "etcd_metrics_port", "etcd_quota_backend_bytes",
    "gateway_api_enabled", "helm_enabled", "kube_apiserver_admission_control_config_file",
    "kube_apiserver_enable_admission_plugins", "kube_encrypt_secret_data", "kube_encryption_algorithm",
    "kube_encryption_resources", "kube_network_node_prefix", "kube_network_plugin", "kube_owner",
    "kube_pod_security_default_enforce", "kube_pod_security_use_default", "kube_pods_subnet",
    "kube_proxy_metrics_bind_address", "kube_proxy_mode", "kube_proxy_strict_arp", "kube_service_addresses",
    "kube_version", "kubeconfig_localhost", "kubelet_csr_approver_values", "kubelet_max_pods",
    "kubelet_rotate_certificates", "kubelet_rotate_server_certificates", "kubelet_shutdown_grace_period",
    "kubelet_shutdown_grace_period_critical_pods", "kubernetes_audit", "loadbalancer_apiserver_healthcheck_port",
    "loadbalancer_apiserver_localhost", "loadbalancer_apiserver_port", "loadbalancer_apiserver_type",
    "metrics_server_enabled", "metrics_server_kubelet_insecure_tls", "node_feature_discovery_enabled",
    "nodelocaldns_ip", "ntp_enabled", "remove_anonymous_access", "resolvconf_mode",
    "supplementary_addresses_in_ssl_keys", "tls_min_version", "upstream_dns_servers",
  ]

  static let ownVariables = check(
    Rule(
      "RB0316", .error, "a variable of kubespray is set in one place",
      why: "Of two values one wins, and file names decide which.",
      remedy: "Use the cluster's own setting, and set every other variable once.", waivable: false),
    bad: KubesprayExample(variables: [KubesprayVariable("kube_proxy_mode", "ipvs")]),
    good: KubesprayExample(variables: [KubesprayVariable("calico_mtu", 1450)])
  ) { rule, cluster, _ in
    var first: [String: KubesprayVariable] = [:]
    return cluster.variables.compactMap { variable in
      if ownNames.contains(variable.name) {
        return rule.diagnostic(
          about: cluster.id, at: variable.declared, "'\(variable.name)' of \(cluster.id) is set by Rackbook already",
          solutions: ["use the setting of KubesprayCluster that it comes from"])
      }
      guard let earlier = first.updateValue(variable, forKey: variable.name) else { return nil }
      return rule.diagnostic(
        about: cluster.id, at: variable.declared, "'\(variable.name)' of \(cluster.id) is set twice",
        notes: [Diagnostic.Note("the first time is here", at: earlier.declared)], solutions: ["remove one of them"])
    }
  }

  static let variableNames = check(
    Rule(
      "RB0317", .error, "a variable's name is no slip of the pen",
      why: "kubespray accepts any name, and does nothing with one that it does not know.",
      remedy: "Write the name as kubespray's documentation does."),
    bad: KubesprayExample(variables: [KubesprayVariable("kube_proxi_mode", "ipvs")]),
    good: KubesprayExample(variables: [KubesprayVariable("calico_mtu", 1450)])
  ) { rule, cluster, _ in
    cluster.variables.compactMap { variable in
      if ownNames.contains(variable.name) { return nil }
      let meant = NearMiss.candidates(for: variable.name, in: ownNames).first {
        abs($0.utf8.count - variable.name.utf8.count) <= 1
      }
      guard meant != nil || !isName(variable.name) else { return nil }
      return rule.diagnostic(
        about: cluster.id, at: variable.declared, "'\(variable.name)' of \(cluster.id) is no variable of kubespray",
        solutions: [meant.map { "did you mean '\($0)'?" } ?? "use lower-case letters, digits and underscores"])
    }
  }

  private static func isName(_ text: String) -> Bool {
    let letters = text.unicodeScalars
    return letters.first.map { ("a"..."z").contains($0) } ?? false
      && letters.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
  }
}
