import Blueprint
import LabModel

// What its machines must have and run. The order and every wait in it were tried on real hosts: a role applied twice
// changes nothing the second time.
extension LoadBalancer {
  func hostRole(_ group: FailoverGroup) -> HostRole {
    HostRole(
      name: roleName, summary: "\(machines.count) nginx load balancers that share the address \(vip.text)", owner: id,
      origin: declared, hosts: members, packages: packages,
      sections: [
        HostRole.Section("nginx", nginxActions),
        HostRole.Section("corosync", corosyncActions),
        HostRole.Section("pacemaker", fencingActions + pacemakerActions(group)),
        HostRole.Section("monitoring", monitoringActions),
      ],
      handlers: [
        HostRole.Handler(Self.reload, .signal("HUP", to: "^nginx: master process")),
        HostRole.Handler(Self.restartExporter, .restart("prometheus-nginx-exporter.service")),
      ])
  }

  private static let reload = "Reload nginx"
  private static let restartExporter = "Restart the nginx exporter"

  private var packages: [String] {
    var packages = [
      "corosync", "curl", "libnginx-mod-stream", "nginx", "pacemaker", "pacemaker-cli-utils",
      "prometheus-hacluster-exporter", "prometheus-nginx-exporter", "prometheus-node-exporter", "resource-agents",
    ]
    if case .proxmox = fencing { packages.append("fence-agents") }
    return packages.sorted()
  }

  private var nginxActions: [HostAction] {
    [
      HostAction("Leave nginx to Pacemaker", .units(["nginx.service"], isRunning: false)),
      HostAction(
        "Put the nginx configuration in place",
        .file(LoadBalancing.configurationFile, check: ["nginx", "-t", "-q", "-c"]), then: Self.reload),
      HostAction(
        "Let nginx take its new configuration", .handlersNow, comment: "Now, because a later failure would forget it."),
    ]
  }

  private var corosyncActions: [HostAction] {
    let runs = HostAction.Condition.answered("running_cluster", ending: "= \(name)")
    let units = ["corosync.service", "pacemaker.service"]
    return [
      HostAction(
        "Put the Corosync key in place", .sharedKey(FailoverGroup.keyFile, length: 256), label: "key",
        comment: "The key is made once, on the first host, and copied to the others. It stays on hosts and in memory."),
      HostAction(
        "Put the Corosync configuration in place",
        .file(FailoverGroup.corosyncFile, check: ["corosync", "-t", "-c"]), label: "corosync_file"),
      HostAction(
        "Ask which cluster runs now",
        .command(["corosync-cmapctl", "-g", "totem.cluster_name"], HostAction.Outcome(mayFail: true)),
        label: "running_cluster"),
      HostAction(
        "Stop a cluster that is another one, or has another key", .stopped(units.reversed()),
        when: .any([.changed("key"), .not(runs)]),
        comment: "Debian starts a cluster of one, called debian, when it installs the packages."),
      HostAction(
        "Let the running cluster read its configuration again",
        .command(["corosync-cfgtool", "-R"], HostAction.Outcome(change: .always)),
        when: .all([.changed("corosync_file"), .not(.changed("key")), runs])),
      HostAction("Start Corosync and Pacemaker", .units(units, isRunning: true)),
    ]
  }

  private var fencingActions: [HostAction] {
    guard case .proxmox(let account, let password) = fencing else { return [] }
    return [
      HostAction(
        "Put the password for fencing in place",
        .secretFile(FailoverGroup.passwordFile, password, purpose: "the password of \(account)"))
    ]
  }

  private func pacemakerActions(_ group: FailoverGroup) -> [HostAction] {
    [
      HostAction(
        "Put the wanted cluster configuration in place",
        .file(group.resourcesFile, check: ["crm_verify", "--xml-file"])),
      HostAction(
        "Put the program that applies it in place", .file(FailoverGroup.applyProgram, isExecutable: true)),
      HostAction(
        "Wait until every host is online",
        .command(
          ["crm_mon", "--one-shot", "--output-as=xml"],
          HostAction.Outcome(
            expecting: .everyHost(matching: #"<node name="([^"]+)"[^>]* online="true""#), attempts: 60)),
        once: true, label: "status", comment: "The first election of a new cluster takes 20 s."),
      HostAction(
        "Apply the wanted cluster configuration",
        .command(
          [FailoverGroup.applyProgram, group.resourcesFile],
          HostAction.Outcome(change: .ifItPrints, rehearsal: "--check")),
        once: true, label: "cib"),
      HostAction(
        "Wait until the cluster has settled",
        .command(["crm_resource", "--wait", "--timeout", "60"], HostAction.Outcome()), once: true),
      HostAction(
        "Check the live configuration", .command(["crm_verify", "--live-check"], HostAction.Outcome()), once: true),
      HostAction(
        "Check that one of the hosts has the address",
        .command(
          ["crm_resource", "--resource", "vip", "--locate"],
          HostAction.Outcome(expecting: .contains("is running on"))),
        once: true, label: "address"),
    ]
  }

  private var monitoringActions: [HostAction] {
    let exporters = [
      "ha_cluster_exporter.service", "prometheus-nginx-exporter.service", "prometheus-node-exporter.service",
    ]
    return [
      HostAction("Tell the nginx exporter where to ask", .file(LoadBalancing.exporterFile), then: Self.restartExporter),
      HostAction("Start the exporters", .units(exporters, isRunning: true)),
    ]
  }
}
