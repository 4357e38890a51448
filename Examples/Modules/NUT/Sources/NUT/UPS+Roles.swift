import RackbookModules

// What NUT reads on the machines. Its daemons read a password only from their own files, so a program on the machine
// puts it there; it never stands in the build folder.
extension UPS {
  private static let passwordFile = "/etc/nut/rackbook-password"
  private static let applyProgram = "/usr/local/sbin/rackbook-nut-apply"
  private static let metricsProgram = "/usr/local/sbin/rackbook-nut-metrics"
  private static let restart = "Restart the monitor"

  private var serverRoleName: String { "\(HostRole.name(of: id))_server" }
  private var clientRoleName: String { "\(HostRole.name(of: id))_clients" }

  var serverRole: HostRole {
    HostRole(
      name: serverRoleName, summary: "\(server.name) has the cable of \(name)", owner: id, origin: declared,
      hosts: [server.id], packages: ["nut-client", "nut-server", "prometheus-node-exporter"],
      sections: [
        HostRole.Section(
          "nut",
          [place("nut.conf"), place("ups.conf"), place("upsd.conf")] + secretActions(["upsd.users", "upsmon.conf"]) + [
            HostAction(
              "Start the driver, the server and the monitor",
              .units(["nut-driver-enumerator.service", "nut-server.service", "nut-monitor.service"], isRunning: true))
          ]),
        HostRole.Section("monitoring", monitoringActions),
      ],
      handlers: [
        HostRole.Handler("Restart the server", .restart("nut-server.service")),
        HostRole.Handler(Self.restart, .restart("nut-monitor.service")),
      ])
  }

  var clientRole: HostRole {
    HostRole(
      name: clientRoleName, summary: "machines that \(name) feeds and \(server.name) warns", owner: id,
      origin: declared, hosts: clients.map(\.id), packages: ["nut-client"],
      sections: [
        HostRole.Section(
          "nut",
          [place("nut.conf")] + secretActions(["upsmon.conf"]) + [
            HostAction("Start the monitor", .units(["nut-monitor.service"], isRunning: true))
          ])
      ],
      handlers: [HostRole.Handler(Self.restart, .restart("nut-monitor.service"))])
  }

  private func place(_ file: String) -> HostAction {
    HostAction(
      "Put \(file) in place", .file("/etc/nut/\(file)"), then: file == "nut.conf" ? Self.restart : "Restart the server")
  }

  private func secretActions(_ files: [String]) -> [HostAction] {
    [
      HostAction(
        "Put the password in place",
        .secretFile(Self.passwordFile, password, purpose: "the password with which the machines ask \(name)")),
      HostAction("Put the program that fills it in in place", .file(Self.applyProgram, isExecutable: true)),
    ]
      + files.map { HostAction("Put the pattern of \($0) in place", .file("/etc/nut/\($0).in")) }
      + [
        HostAction(
          "Fill the password into the files that need it",
          .command([Self.applyProgram] + files, HostAction.Outcome(change: .ifItPrints)), then: Self.restart)
      ]
  }

  private var monitoringActions: [HostAction] {
    [
      HostAction("Put the program that counts in place", .file(Self.metricsProgram, isExecutable: true)),
      HostAction("Put its unit in place", .file("/etc/systemd/system/rackbook-nut-metrics.service")),
      HostAction("Put its timer in place", .file("/etc/systemd/system/rackbook-nut-metrics.timer")),
      HostAction(
        "Start the timer and the exporter",
        .units(["rackbook-nut-metrics.timer", "prometheus-node-exporter.service"], isRunning: true)),
    ]
  }

  var serverFiles: [HostFile] {
    [
      file("nut.conf", .nut(["MODE=netserver"])),
      file("ups.conf", .nut(["[\(name)]", "driver = \(driver)", "port = auto", "desc = \(NUTText.quoted(summary))"])),
      file("upsd.conf", .nut(["LISTEN \(server.address.text) \(Self.port)", "LISTEN 127.0.0.1 \(Self.port)"])),
      file("upsd.users.in", .nut(["[upsmon]", "password = \"@PASSWORD@\"", "upsmon primary"])),
      file("upsmon.conf.in", monitor(isPrimary: true)),
      program(Self.applyProgram, NUTPrograms.apply, role: serverRoleName),
      program(Self.metricsProgram, NUTPrograms.metrics(of: name), role: serverRoleName),
      unit("service", NUTPrograms.metricsService(Self.metricsProgram)),
      unit("timer", NUTPrograms.metricsTimer),
    ]
  }

  var clientFiles: [HostFile] {
    [
      file("nut.conf", .nut(["MODE=netclient"]), role: clientRoleName),
      file("upsmon.conf.in", monitor(isPrimary: false), role: clientRoleName),
      program(Self.applyProgram, NUTPrograms.apply, role: clientRoleName),
    ]
  }

  /// The machine with the cable waits for the others, and goes down last.
  private func monitor(isPrimary: Bool) -> NUTText {
    let host = isPrimary ? "localhost" : server.address.text
    return .nut([
      "MONITOR \(name)@\(host) 1 upsmon \"@PASSWORD@\" \(isPrimary ? "primary" : "secondary")", "MINSUPPLIES 1",
      "SHUTDOWNCMD \"/sbin/shutdown -h +0\"", "POLLFREQ 5", "POLLFREQALERT 5", "HOSTSYNC 60", "DEADTIME 15",
      "POWERDOWNFLAG /etc/killpower", "FINALDELAY 5",
    ])
  }

  private func file(_ name: String, _ text: NUTText, role: String? = nil) -> HostFile {
    let lines = text.lines.joined(separator: "\n")
    return host("/etc/nut/\(name)", "# \(Blueprint.provenance(id, declared))\n\(lines)\n", role: role ?? serverRoleName)
  }

  private func unit(_ kind: String, _ text: String) -> HostFile {
    host(
      "/etc/systemd/system/rackbook-nut-metrics.\(kind)", "# \(Blueprint.provenance(id, declared))\n\(text)\n",
      role: serverRoleName)
  }

  private func program(_ path: String, _ text: String, role: String) -> HostFile {
    var file = host(path, "#!/bin/sh\n# \(Blueprint.provenance(id, declared))\n\(text)\n", role: role)
    file.isExecutable = true
    return file
  }

  private func host(_ path: String, _ text: String, role: String) -> HostFile {
    HostFile(owner: id, role: role, path: path, text: PrintedText(text, from: declared))
  }
}
