/// Whether a runbook could be run now: everything is looked at, nothing is changed.
public struct Readiness: Sendable {
  /// What is to be run.
  public var plan: RunbookPlan
  /// The inputs' values that are known already.
  public var inputs: [String: String]
  /// Where the journal would go.
  public var folder: RunFolder
  /// The environment, in which programs and secrets are looked for.
  public var environment: [String: String]
  /// The clocks.
  public var clock: RunClock
  /// The file of those who may approve steps.
  public var allowedSigners: String
  /// Where secrets come from instead of where the plan says, by name.
  public var secretSources: [String: SecretSource]
  /// A backup whose age counts: a path, or `host:path`; nothing where none was named.
  public var backup: String?

  /// Prepares to look.
  ///
  /// - Parameters:
  ///   - plan: What is to be run.
  ///   - inputs: The inputs' values that are known already.
  ///   - folder: Where the journal would go.
  ///   - backup: A backup whose age counts: a path, or `host:path`.
  ///   - options: The environment and the clocks of the run.
  public init(
    _ plan: RunbookPlan, inputs: [String: String], folder: RunFolder, backup: String? = nil, options: RunOptions
  ) {
    self.plan = plan
    self.inputs = inputs
    self.folder = folder
    self.backup = backup
    environment = options.environment
    allowedSigners = options.allowedSigners
    secretSources = options.secretSources
    clock = options.clock
  }

  /// Looks at everything; hosts side by side.
  ///
  /// - Returns: What was seen, in a fixed order.
  public func findings() async -> [ReadinessFinding] {
    let needs = ReadinessNeeds(plan, inputs: inputs)
    var findings = needs.open
    findings += LocalReadiness(environment: environment).tools(needs.tools[""] ?? [:])
    findings += await hosts(needs)
    findings.append(LocalReadiness.space(for: folder))
    findings.append(await BackupReadiness(path: backup, promised: plan.promised, clock: clock).finding)
    findings += SecretReadiness(environment: environment, sources: secretSources).findings(plan)
    findings += ApprovalReadiness(allowedSigners: allowedSigners).findings(plan)
    findings += LockReadiness(folder: folder).findings(plan)
    findings += await CertificateReadiness(environment: environment).findings(needs.kubeconfigs)
    return findings
  }

  private func hosts(_ needs: ReadinessNeeds) async -> [ReadinessFinding] {
    let hosts = needs.hosts
    return await withTaskGroup(of: (Int, [ReadinessFinding]).self) { group in
      for (index, host) in hosts.enumerated() {
        let tools = needs.tools[host.name] ?? [:]
        group.addTask { (index, await HostReadiness(host: host, tools: tools, clock: clock).findings) }
      }
      var found = [[ReadinessFinding]](repeating: [], count: hosts.count)
      for await (index, findings) in group { found[index] = findings }
      return found.flatMap { $0 }
    }
  }
}
