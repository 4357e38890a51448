import LabModel

extension LoadBalancer {
  /// The alerts that watch the address, the machines, and what keeps them together.
  public var alerts: [Alert] {
    addressAlerts + machineAlerts + clusterAlerts + (isFenced ? [fencingAlert] : [])
  }

  var isFenced: Bool {
    if case .proxmox = fencing { true } else { false }
  }

  private var addressAlerts: [Alert] {
    let port = "\(vip.text):\(settings.healthPort)"
    return [
      alert(
        "LoadBalancerAddressDown", "probe_success{job=\"\(addressJob)\"} == 0", for: .minutes(1), .critical,
        "{{ $labels.instance }} does not answer: what \(name) fronts is out of reach", runbook: "vip-down",
        example: .init(
          [.init("probe_success{instance=\"\(port)\",job=\"\(addressJob)\"}", "0x10")], firesAt: .minutes(5),
          labels: ["instance": port, "job": addressJob]))
    ]
  }

  /// For load balancers with sites.
  var siteAlert: Alert {
    let site = "http://site.example:80/"
    return alert(
      "LoadBalancerSiteDown", "probe_success{job=\"\(sitesJob)\"} == 0", for: .minutes(5), .warning,
      "{{ $labels.instance }} does not answer through \(name)", runbook: "site-down",
      example: .init(
        [.init("probe_success{instance=\"\(site)\",job=\"\(sitesJob)\"}", "0x15")], firesAt: .minutes(10),
        labels: ["instance": site, "job": sitesJob]))
  }

  private var machineAlerts: [Alert] {
    let node = "instance=\"192.0.2.1:9100\",job=\"\(nodeJob)\""
    let nginx = "instance=\"192.0.2.1:9113\",job=\"\(nginxJob)\""
    return [
      alert(
        "LoadBalancerMachineDown", "up{job=\"\(nodeJob)\"} == 0", for: .minutes(2), .critical,
        "{{ $labels.instance }} does not answer: \(name) has one machine less", runbook: "member-unwell",
        example: .init(
          [.init("up{\(node)}", "0x10")], firesAt: .minutes(5),
          labels: ["instance": "192.0.2.1:9100", "job": nodeJob])),
      alert(
        "LoadBalancerNginxDown", "nginx_up{job=\"\(nginxJob)\"} == 0", for: .minutes(1), .critical,
        "nginx does not run on {{ $labels.instance }}", runbook: "member-unwell",
        example: .init(
          [.init("nginx_up{\(nginx)}", "0x10")], firesAt: .minutes(5),
          labels: ["instance": "192.0.2.1:9113", "job": nginxJob])),
    ]
  }

  private var clusterAlerts: [Alert] {
    [
      clusterAlert(
        "LoadBalancerNodeOffline", "ha_cluster_pacemaker_nodes", "node=\"lb2\",status=\"online\",type=\"member\"",
        where: "status=\"online\"", by: ["node"], carried: ["node": "lb2"], "== 0", for: .minutes(1), .critical,
        "{{ $labels.node }} has left the cluster of \(name): nothing takes over when the other fails",
        runbook: "member-unwell"),
      clusterAlert(
        "LoadBalancerNotQuorate", "ha_cluster_corosync_quorate", "", by: [], carried: [:], "== 0", for: .minutes(1),
        .critical, "the machines of \(name) have no quorum: the address stays where it is, or nowhere",
        runbook: "split-brain"),
      clusterAlert(
        "LoadBalancerRingFaulty", "ha_cluster_corosync_ring_errors", "", by: [], carried: [:], "> 0",
        for: .minutes(2), .warning, "the machines of \(name) do not hear each other on every link",
        runbook: "split-brain"),
      clusterAlert(
        "LoadBalancerResourceFailed", "ha_cluster_pacemaker_fail_count", "node=\"lb1\",resource=\"nginx\"",
        by: ["node", "resource"], carried: ["node": "lb1", "resource": "nginx"], "> 0", for: .seconds(0), .warning,
        "{{ $labels.resource }} has failed on {{ $labels.node }}", runbook: "member-unwell"),
    ]
  }

  private var fencingAlert: Alert {
    clusterAlert(
      "LoadBalancerFencingDown", "ha_cluster_pacemaker_resources",
      "agent=\"stonith:fence_pve\",resource=\"fence-lb1\",role=\"stopped\",status=\"active\"",
      where: "agent=~\"stonith:.*\",status=\"active\"", by: ["resource"], carried: ["resource": "fence-lb1"], "== 0",
      for: .minutes(5), .critical,
      "{{ $labels.resource }} does not work: \(name) will not move its address when a machine dies",
      runbook: "fencing-failed")
  }

  /// An alert on what the cluster exporters say, of which each machine has one: the best of them counts for what should
  /// be there, the worst for what should not.
  private func clusterAlert(
    _ name: String, _ metric: String, _ sample: String, where selector: String = "", by labels: [String],
    carried: [String: String], _ comparison: String, for duration: Interval, _ severity: Alert.Severity,
    _ summary: String, runbook: String
  ) -> Alert {
    let job = "job=\"\(clusterJob)\""
    let selected = ([job] + (selector.isEmpty ? [] : [selector])).joined(separator: ",")
    let given = ([job, "instance=\"192.0.2.1:9664\""] + (sample.isEmpty ? [] : [sample])).joined(separator: ",")
    let grouped = (["job"] + labels).joined(separator: ", ")
    let isWanted = comparison == "== 0"
    return alert(
      name, "max by (\(grouped)) (\(metric){\(selected)}) \(comparison)", for: duration, severity, summary,
      runbook: runbook,
      example: .init(
        [.init("\(metric){\(given)}", isWanted ? "1 0x20" : "0 1x20")], firesAt: .minutes(10),
        labels: carried.merging(["job": clusterJob]) { own, _ in own }))
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
