import ComposeFile
import Diagnostics

/// What the conversion of one project knows while it runs.
final class ComposeConversion {
  let project: ComposeProject
  let files: any ComposeFiles
  let options: ImportOptions
  let account = ComposeAccount()
  let text: ComposeText
  let label: String
  var lab = ImportedLab()
  var log = DiagnosticLog()
  /// The services with their labels in Kubernetes.
  let labels: [String: String]
  /// The service in whose pod each service runs: its own, unless it joins another's network.
  let leaders: [String: String]
  /// The further names that services of the project have.
  var takenAliases: Set<String> = []
  /// The ports that services are called on by others.
  private(set) var calledPorts: [String: [Int]] = [:]
  /// Who may need whom.
  private(set) var order = ServiceOrder([])

  init(_ project: ComposeProject, files: any ComposeFiles, options: ImportOptions) {
    self.project = project
    self.files = files
    self.options = options
    label = ComposeNames.label(project.name)
    text = ComposeText(project: label)
    var taken: Set<String> = []
    var labels: [String: String] = [:]
    for (name, _) in project.services { labels[name] = ComposeNames.unique(name, &taken) }
    self.labels = labels
    leaders = Self.leaders(of: project)
  }

  /// Follows `network_mode: service:x` to the service that has a pod of its own.
  private static func leaders(of project: ComposeProject) -> [String: String] {
    var leaders: [String: String] = [:]
    let services = Dictionary(uniqueKeysWithValues: project.services)
    for (name, _) in project.services {
      var leader = name
      for _ in 0..<16 {
        guard let mode = services[leader]?["network_mode"]?.text, mode.hasPrefix("service:") else { break }
        leader = String(mode.dropFirst("service:".count))
      }
      leaders[name] = leader
    }
    return leaders
  }

  /// The lab that the project becomes.
  func converted() -> ImportedLab {
    let root = ComposeCursor(node: project.root, path: [], account: account)
    root["name"]?.change("the namespace '\(label)'")
    root["version"]?.drop("Compose itself ignores it")
    declarePlace()
    let volumes = ComposeVolumes(self, root: root)
    let traffic = ComposeTraffic(self, root: root)
    order = serviceOrder(traffic)
    calledPorts = traffic.calledPorts
    for (name, _) in project.services where leaders[name] == name {
      let members = project.services.map(\.name).filter { leaders[$0] == name && $0 != name }
      PodConversion(self, root: root, volumes: volumes, traffic: traffic, leader: name, members: members).convert()
    }
    volumes.declare()
    declareVariables()
    finishTopLevel(root)
    for diagnostic in log.diagnostics { lab.diagnostics.append(diagnostic) }
    lab.residue = account.residue(of: project)
    lab.facts = project.services.flatMap { name, node in facts(of: node, serviceID(name)) }
    return lab
  }

  /// What a service states that another source could state differently.
  private func facts(of service: ComposeNode, _ id: ThingID) -> [ImportedFact] {
    var facts: [ImportedFact] = []
    if let image = service["image"], let text = image.text, Placeholder.blank(text) == text {
      facts.append(ImportedFact(id, "image", ImportedFact.image(text), at: image.place.location))
    }
    if let port = service["ports"]?.items?.first?["target"], let text = port.text, Placeholder.blank(text) == text {
      facts.append(ImportedFact(id, "port", text, at: port.place.location))
    }
    for (host, addresses) in service["extra_hosts"]?.mapping?.entries ?? [] {
      guard let name = host.split(separator: ".").first, let address = addresses.items?.first, let text = address.text
      else { continue }
      facts.append(
        ImportedFact(ThingID("host", String(name)), ImportedFact.hearsay, text, at: address.place.location))
    }
    return facts
  }

  /// What is waited for comes first; then what is only named, as far as it closes no circle.
  private func serviceOrder(_ traffic: ComposeTraffic) -> ServiceOrder {
    var stated: [(from: String, to: String)] = []
    var called: [(from: String, to: String)] = []
    for (name, node) in project.services {
      guard let from = leaders[name] else { continue }
      for target in node["depends_on"]?.mapping?.keys ?? [] {
        if let to = leaders[target] { stated.append((from, to)) }
      }
      for target in traffic.calls[name] ?? [] {
        if let to = leaders[target] { called.append((from, to)) }
      }
    }
    return ServiceOrder(stated + called)
  }

  /// Whether a service listens on a port that is stated, called, or usual for its image.
  func hasPorts(_ name: String) -> Bool {
    let members = project.services.filter { leaders[$0.name] == name }
    return members.contains { member in
      member.node["ports"]?.items?.isEmpty == false || member.node["expose"]?.items?.isEmpty == false
        || calledPorts[member.name] != nil
        || !WellKnownPorts.ports(of: Placeholder.blank(member.node["image"]?.text ?? "")).isEmpty
    }
  }

  /// What names a service in the lab: its own name where that begins with the project's, or both.
  func serviceID(_ name: String) -> ThingID {
    let own = labels[name] ?? ComposeNames.label(name)
    let whole = own == label || own.hasPrefix("\(label)-") ? own : "\(label)-\(own)"
    return ThingID("service", String(whole.prefix(63)))
  }

  // MARK: - Where it runs

  var namespace: ThingID { ThingID("namespace", label) }
  private var cluster: SwiftExpression {
    options.cluster.map(SwiftExpression.existing) ?? .thing(options.foundCluster ?? ThingID("cluster", "homelab"))
  }

  private func declarePlace() {
    let start = ComposePlace(project.keys.first?.place.file ?? "compose.yaml", 1, 1).location
    if options.cluster == nil, options.foundCluster == nil {
      lab.declarations.append(
        ImportedDeclaration(
          ThingID("cluster", "homelab"), in: "Cluster",
          SwiftCall("ExistingCluster", [.init(.text("homelab")), .init("kubernetes", .text("1.35"))]), at: start,
          comments: ["The cluster that the services move to; `--into` names one that the lab has already."]))
    }
    lab.declarations.append(
      ImportedDeclaration(
        namespace, in: label, SwiftCall("Namespace", [.init(.text(label)), .init("in", cluster)]), at: start))
  }

  /// The class that volumes are taken from; volumes of several pods need one that can be mounted many times.
  func storageClass(shared: Bool, at place: SourceLocation) -> SwiftExpression {
    if let storage = options.storage { return .existing(storage) }
    let id = ThingID("storage-class", shared ? "shared" : "standard")
    if !lab.declarations.contains(where: { $0.id == id }) {
      var arguments: [SwiftCall.Argument] = [.init(.text(id.name)), .init("in", cluster)]
      if shared { arguments.append(.init("isShared", .boolean(true))) }
      lab.declarations.append(
        ImportedDeclaration(
          id, in: "Cluster", SwiftCall("StorageClass.existing", arguments), at: place,
          comments: ["Write the name of a class that the cluster has; `--storage` names one of the lab."]))
    }
    return .thing(id)
  }

  // MARK: - Variables

  private func declareVariables() {
    for variable in project.unset where text.used.contains(variable.name) {
      guard let place = variable.places.first else { continue }
      lab.declarations.append(
        ImportedDeclaration(
          text.variable(variable.name), in: label, SwiftCall("String", [.init(.text("unset"))]), at: place.location,
          comments: ["\(variable.name) had no value when this was imported: write it here."], isListed: false))
    }
  }

  // MARK: - What is left

  private func finishTopLevel(_ root: ComposeCursor) {
    for (_, network) in root["networks"]?.entries ?? [] {
      network["internal"]?.change("services that are on no other network do not reach the outside")
      network["external"]?.drop("a network of Docker does not lead into the cluster")
      network.dropRest("Kubernetes has one network; network policies part the services")
    }
    for (_, model) in root["models"]?.entries ?? [] {
      model.dropRest("no program of the cluster serves models; write its address in the environment")
    }
    for key in ["secrets", "configs"] {
      for (name, entry) in root[key]?.entries ?? [] where !account.isTaken(entry.node, at: entry.path) {
        entry.drop("no service uses \(key.dropLast()) '\(name)'")
      }
      for (_, entry) in root[key]?.entries ?? [] { entry.dropRest("it says how Docker keeps it") }
    }
    for (name, entry) in root["volumes"]?.entries ?? [] where !account.isTaken(entry.node, at: entry.path) {
      entry.drop("no service mounts volume '\(name)'")
    }
    for (name, service) in root["services"]?.entries ?? [] {
      for (key, value) in service.entries where !key.hasPrefix("x-") {
        value.dropRest(DroppedKeys.reasons[key] ?? "Rackbook has no word for it")
      }
      for (key, value) in service.entries where key.hasPrefix("x-") {
        value.dropRest("an extension of service '\(name)'")
      }
    }
  }
}
