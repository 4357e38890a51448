import LabModel

extension KubesprayCluster {
  /// The alerts that watch etcd, the API server and the nodes.
  public var alerts: [Alert] {
    etcdAlerts + apiAlerts + certificateAlerts + nodeAlerts
  }

  private var etcdAlerts: [Alert] {
    let member = "instance=\"192.0.2.1:2381\",job=\"\(etcdJob)\""
    let labels = ["instance": "192.0.2.1:2381", "job": etcdJob]
    return [
      alert(
        "EtcdNoLeader", "etcd_server_has_leader{job=\"\(etcdJob)\"} == 0", for: .minutes(1), .critical,
        "etcd on {{ $labels.instance }} has no leader: the cluster takes no changes", runbook: "etcd-unwell",
        example: .init([.init("etcd_server_has_leader{\(member)}", "0x10")], firesAt: .minutes(5), labels: labels)),
      alert(
        "EtcdMemberDown", "up{job=\"\(etcdJob)\"} == 0", for: .minutes(3), .critical,
        "etcd on {{ $labels.instance }} does not answer: one more, and the cluster takes no changes",
        runbook: "etcd-unwell",
        example: .init([.init("up{\(member)}", "0x10")], firesAt: .minutes(5), labels: labels)),
      // 10 ms and half of it for the leader's own round: the numbers of etcd's manual, "Hardware recommendations".
      alert(
        "EtcdDiskSlow",
        "histogram_quantile(0.99, sum by (instance, job, le) "
          + "(rate(etcd_disk_wal_fsync_duration_seconds_bucket{job=\"\(etcdJob)\"}[5m]))) > 0.01",
        for: .minutes(10), .warning,
        "etcd on {{ $labels.instance }} waits longer than 10 ms for its disk", runbook: "etcd-unwell",
        example: .init(
          [
            .init("etcd_disk_wal_fsync_duration_seconds_bucket{\(member),le=\"0.008\"}", "0+0x30"),
            .init("etcd_disk_wal_fsync_duration_seconds_bucket{\(member),le=\"0.032\"}", "0+600x30"),
            .init("etcd_disk_wal_fsync_duration_seconds_bucket{\(member),le=\"+Inf\"}", "0+600x30"),
          ], firesAt: .minutes(20), labels: labels)),
      alert(
        "EtcdDatabaseNearQuota",
        "etcd_mvcc_db_total_size_in_bytes{job=\"\(etcdJob)\"} "
          + "/ etcd_server_quota_backend_bytes{job=\"\(etcdJob)\"} > 0.8",
        for: .minutes(10), .warning,
        "etcd on {{ $labels.instance }} uses more than 80 % of its quota; at 100 % the cluster takes no changes",
        runbook: "etcd-unwell",
        example: .init(
          [
            .init("etcd_mvcc_db_total_size_in_bytes{\(member)}", "1900000000x30"),
            .init("etcd_server_quota_backend_bytes{\(member)}", "2147483648x30"),
          ], firesAt: .minutes(20), labels: labels)),
    ]
  }

  private var apiAlerts: [Alert] {
    let server = "instance=\"https://192.0.2.1:6443/livez\",job=\"\(apiJob)\""
    return [
      alert(
        "KubernetesAPIDown", "max by (job) (probe_success{job=\"\(apiJob)\"}) == 0", for: .minutes(1), .critical,
        "no API server of \(name) answers", runbook: "api-unreachable",
        example: .init([.init("probe_success{\(server)}", "0x10")], firesAt: .minutes(5), labels: ["job": apiJob])),
      alert(
        "KubernetesAPIServerDown", "probe_success{job=\"\(apiJob)\"} == 0", for: .minutes(5), .warning,
        "the API server at {{ $labels.instance }} does not answer", runbook: "api-unreachable",
        example: .init(
          [.init("probe_success{\(server)}", "0x15")], firesAt: .minutes(10),
          labels: ["instance": "https://192.0.2.1:6443/livez", "job": apiJob])),
    ]
  }

  private var certificateAlerts: [Alert] {
    [(30, Alert.Severity.warning), (14, .critical)].map { days, severity in
      // Prometheus' unit tests begin at second 0, so the sample is the time that is left.
      alert(
        severity == .critical ? "KubernetesCertificateExpiresVerySoon" : "KubernetesCertificateExpiresSoon",
        "probe_ssl_earliest_cert_expiry{job=\"\(apiJob)\"} - time() < \(days) * 86400", for: .hours(1), severity,
        "the certificate of the API server at {{ $labels.instance }} expires in less than \(days) days",
        runbook: "certificate-renewal",
        example: .init(
          [
            .init(
              "probe_ssl_earliest_cert_expiry{instance=\"https://192.0.2.1:6443/livez\",job=\"\(apiJob)\"}",
              "\(days * 86_400 - 86_400)x180")
          ], firesAt: .hours(2), labels: ["instance": "https://192.0.2.1:6443/livez", "job": apiJob]))
    }
  }

  private var nodeAlerts: [Alert] {
    [
      alert(
        "KubeletDown", "probe_success{job=\"\(kubeletJob)\"} == 0", for: .minutes(3), .critical,
        "the kubelet at {{ $labels.instance }} does not answer: its node is not ready and its pods move away",
        runbook: "node-not-ready",
        example: .init(
          [.init("probe_success{instance=\"192.0.2.1:10250\",job=\"\(kubeletJob)\"}", "0x10")], firesAt: .minutes(5),
          labels: ["instance": "192.0.2.1:10250", "job": kubeletJob])),
      alert(
        "KubeProxyDown", "up{job=\"\(proxyJob)\"} == 0", for: .minutes(10), .warning,
        "kube-proxy at {{ $labels.instance }} does not answer: services are not reached from that node",
        runbook: "node-not-ready",
        example: .init(
          [.init("up{instance=\"192.0.2.1:10249\",job=\"\(proxyJob)\"}", "0x20")], firesAt: .minutes(15),
          labels: ["instance": "192.0.2.1:10249", "job": proxyJob])),
    ]
  }

  private func alert(
    _ name: String, _ expression: String, for duration: Interval, _ severity: Alert.Severity, _ summary: String,
    runbook: String, example: Alert.Example
  ) -> Alert {
    Alert(
      name: name, expression: expression, duration: duration, severity: severity, summary: summary,
      runbook: "\(self.name)/\(runbook)", example: example, declared: declared)
  }
}
