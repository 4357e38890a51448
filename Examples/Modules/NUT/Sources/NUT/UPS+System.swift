import RackbookModules

extension UPS: System {
  /// What it is, and its rules.
  public static let descriptor = SystemDescriptor(
    kind: "ups", title: "Power supply", plural: "Power supplies",
    summary: "A battery that bridges a power cut, and machines that shut down in order before it is empty.",
    checks: [.machineIsNamedOnce, .cableEndsAtMetal, .driverIsAWord])

  /// Adds the roles of its machines, their files, monitoring, the runbooks, and the password's place.
  public func contribute(to blueprint: inout Blueprint, in lab: ResolvedLab) {
    blueprint.roles.append(serverRole)
    blueprint.hostFiles += serverFiles
    if !clients.isEmpty {
      blueprint.roles.append(clientRole)
      blueprint.hostFiles += clientFiles
    }
    blueprint.scrapeTargets.append(
      ScrapeTarget(
        owner: id, origin: declared, job: job, method: .metrics(path: "/metrics"),
        addresses: ["\(server.address.text):9100"]))
    blueprint.secrets.append(
      SecretResource(
        owner: id, origin: declared, reference: password, purpose: "with which the machines ask \(id)"))
    blueprint.procedures += procedures(in: lab)
  }

  /// What goes down by hand first: the machines that only ask, or the one with the cable where it is alone.
  private var stoppedEarly: [any Machine] { clients.isEmpty ? [server] : clients }

  private func procedures(in lab: ResolvedLab) -> [Procedure] {
    let facts =
      facts + [Fact("account", "Account on the machines", lab.operatorAccount)]
      + stoppedEarly.map { Fact("stop-address", "Shut down early", $0.address.text, link: $0.id) }
    let texts = [
      ("power-is-out", PackageResources.power_is_out_md), ("ups-unwell", PackageResources.ups_unwell_md),
    ]
    return texts.map { name, markdown in
      Procedure(owner: id, origin: declared, source: "nut/\(name)", markdown: markdown, scope: "ups", facts: facts)
    }
  }
}
