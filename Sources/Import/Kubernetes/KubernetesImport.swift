import Diagnostics
import LabModel
import SourceDocuments

/// Imports manifests of Kubernetes: what runs pods becomes services, what words do not say stays the document it is.
///
/// - Parameters:
///   - paths: Files and folders with YAML or JSON; templates are rendered before.
///   - options: What the person decided.
/// - Returns: The declarations, what became of every key, and what was assumed.
public func importKubernetes(_ paths: [String], options: ImportOptions = ImportOptions()) -> ImportedLab {
  var reader = ManifestReader()
  for path in paths { reader.read(path) }
  var reading = KubernetesImport(reader.manifests, options: options)
  reading.readAll()
  var lab = reading.lab
  lab.diagnostics = reader.diagnostics + lab.diagnostics
  for manifest in reader.manifests + reader.repeated where manifest.kind == "PersistentVolumeClaim" {
    lab.facts += ImportedFact.sizes(of: manifest)
  }
  for manifest in reader.repeated { lab.facts += reading.facts(of: manifest) }
  for ledger in reader.ledgers { lab.residue.add(ledger.residue) }
  return lab
}

/// The reading of the manifests of one cluster.
struct KubernetesImport {
  let manifests: [Manifest]
  let options: ImportOptions
  let index: ManifestIndex
  let claims: VolumeClaims
  let cluster: SwiftExpression
  private(set) var lab = ImportedLab()
  /// The service that each workload becomes.
  private var names: [Manifest.Key: ThingID] = [:]
  /// Parts of services that come from other objects.
  private var moreParts: [Manifest.Key: [SwiftExpression]] = [:]
  private var servedPorts: [Manifest.Key: [Port]] = [:]
  /// The annotations of each workload's Ingress objects, which are the same for all of them.
  private var ingressAnnotations: [Manifest.Key: [SwiftExpression]] = [:]
  private var guarded: Set<Manifest.Key> = []
  private var matches: [Manifest.Key: Manifest] = [:]
  private var natives: [(Manifest, String)] = []
  private var namespaces: [String: SourceLocation] = [:]

  init(_ manifests: [Manifest], options: ImportOptions) {
    self.manifests = manifests
    self.options = options
    index = ManifestIndex(manifests)
    cluster =
      options.cluster.map { .existing($0) } ?? .thing(options.foundCluster ?? ThingID("cluster", "cluster"))
    claims = VolumeClaims(options: options, cluster: cluster, shared: Self.sharedClaims(of: manifests))
  }

  /// Claims that more than one workload uses, and those of sets, whose pods would otherwise have one each.
  private static func sharedClaims(of manifests: [Manifest]) -> Set<Manifest.Key> {
    var users: [Manifest.Key: Int] = [:]
    for manifest in manifests where Manifest.workloads.contains(manifest.kind) {
      let volumes = manifest.podTemplate?["spec"]?["volumes"]?.items ?? []
      for claim in Set(volumes.compactMap { $0["persistentVolumeClaim"]?["claimName"]?.text }) {
        let key = Manifest.Key(group: "", kind: "PersistentVolumeClaim", namespace: manifest.namespace, name: claim)
        users[key, default: 0] += manifest.kind == "StatefulSet" ? 2 : 1
      }
    }
    return Set(users.filter { $0.value > 1 }.keys)
  }

  /// Reads everything, what others lead to first.
  mutating func readAll() {
    nameWorkloads()
    for manifest in manifests where manifest.kind == "Service" && manifest.apiVersion == "v1" { readService(manifest) }
    for manifest in manifests where manifest.kind == "Ingress" { readIngress(manifest) }
    for manifest in manifests where manifest.kind == "PodDisruptionBudget" { readBudget(manifest) }
    var services: [ImportedDeclaration] = []
    for manifest in manifests where Manifest.workloads.contains(manifest.kind) { services.append(service(manifest)) }
    settleOthers()
    declareCluster()
    declareNamespaces()
    lab.declarations += claims.classDeclarations + claims.declarations + services
    for (manifest, reason) in natives {
      keep(manifest, because: reason)
    }
    if let first = services.first {
      lab.diagnostics.append(
        KubernetesRules.defaultsDiffer.diagnostic(
          at: first.place, "\(services.count) services are not isolated, and their backups are not known",
          solutions: ["replace `.notIsolated` and `.notBackedUp` in the Swift by what is true"]))
    }
  }

  // MARK: Names

  private mutating func nameWorkloads() {
    var taken: Set<String> = []
    for manifest in manifests where Manifest.workloads.contains(manifest.kind) {
      let candidates = [
        manifest.name, "\(manifest.name)-\(manifest.namespace)", "\(manifest.name)-\(manifest.kind.lowercased())",
        "\(manifest.name)-\(manifest.namespace)-\(manifest.kind.lowercased())",
      ]
      let name = candidates.first { taken.insert($0).inserted } ?? manifest.name
      names[manifest.key] = ThingID("service", name)
      namespaces[manifest.namespace] = namespaces[manifest.namespace] ?? manifest.place
    }
  }

  // MARK: Services

  private mutating func service(_ manifest: Manifest) -> ImportedDeclaration {
    let id = names[manifest.key] ?? ThingID("service", manifest.name)
    var reading = WorkloadReading(manifest, index: index, secretPath: options.secretPath, claims: claims)
    reading.servedPorts = servedPorts[manifest.key] ?? []
    reading.read()
    var call = SwiftCall(
      "Service", [.init(.text(id.name)), .init("in", .thing(ThingID("namespace", manifest.namespace)))],
      at: manifest.place)
    if id.name != manifest.name { call.add("named", manifest.name) }
    call.parts = reading.parts + (moreParts[manifest.key] ?? [])
    call.modifiers.append(
      SwiftCall("notIsolated", [.init("because", .text("imported; its traffic is not known"))]))
    if reading.hasState {
      call.modifiers.append(
        SwiftCall("notBackedUp", [.init("because", .text("imported; its backup is not known"))]))
    }
    lab.facts += facts(of: manifest)
    for place in reading.plainSecrets {
      lab.diagnostics.append(
        KubernetesRules.secretIsAPlaceholder.diagnostic(
          about: id, at: place, "a secret of \(id) stands in its manifest as text; a reference stands for it"))
    }
    let comments =
      manifest.kind == "Pod" ? ["Was a Pod that nothing keeps running; is a Deployment of one replica."] : []
    return ImportedDeclaration(id, in: manifest.namespace, call, at: manifest.place, comments: comments)
  }

  /// What a workload states that another source could state differently.
  func facts(of manifest: Manifest) -> [ImportedFact] {
    guard Manifest.workloads.contains(manifest.kind), let id = names[manifest.key] else { return [] }
    var facts: [ImportedFact] = []
    for (number, container) in (manifest.podTemplate?["spec"]?["containers"]?.items ?? []).enumerated() {
      let suffix = number == 0 ? "" : " of container \(number + 1)"
      if let image = container["image"], let text = image.text {
        facts.append(ImportedFact(id, "image\(suffix)", ImportedFact.image(text), at: image.place))
      }
      if let port = container["ports"]?.items.first?["containerPort"], let text = port.text {
        facts.append(ImportedFact(id, "port\(suffix)", text, at: port.place))
      }
    }
    facts += ImportedFact.sizes(ofTemplatesOf: manifest, id) + ImportedFact.aliases(of: manifest)
    if let replicas = manifest.spec?["replicas"], let text = replicas.text {
      facts.append(ImportedFact(id, "number of replicas", text, at: replicas.place))
    }
    return facts
  }

  // MARK: What leads to services

  private mutating func readService(_ manifest: Manifest) {
    let selector = (manifest.spec?["selector"]?.entries ?? []).compactMap { entry in
      entry.value.text.map { (entry.key, $0) }
    }
    let workloads = manifests.filter { workload in
      let labels = workload.podLabels
      return Manifest.workloads.contains(workload.kind) && workload.namespace == manifest.namespace
        && !selector.isEmpty && selector.allSatisfy { labels[$0.0] == $0.1 }
    }
    guard workloads.count == 1, let workload = workloads.first else {
      natives.append((manifest, "imported; it leads to no service, or to several"))
      return
    }
    let matching = ServiceMatching(manifest, to: workload)
    guard matching.isExpressible, let targets = matching.targets else {
      natives.append((manifest, "imported; no word says what it says"))
      return
    }
    matches[manifest.key] = workload
    moreParts[workload.key, default: []] += matching.parts()
    servedPorts[workload.key, default: []] += targets.map { target in
      target.transport == .udp ? .udp(target.target) : .tcp(target.target)
    }
  }

  private mutating func readIngress(_ manifest: Manifest) {
    let reading = IngressReading(manifest: manifest, resolve: resolver(for: manifest), told: ingressAnnotations)
    guard let parts = reading.parts() else {
      natives.append((manifest, "imported; no word says what it says, or it leads to no service of the lab"))
      return
    }
    for part in parts {
      moreParts[part.workload, default: []].append(part.part)
      ingressAnnotations[part.workload] = reading.annotations
    }
  }

  /// Tells which workload a Service of Kubernetes leads to, and which of its ports.
  private func resolver(
    for manifest: Manifest
  ) -> (_ service: String, _ port: SourceNode?) -> (workload: Manifest.Key, port: Int)? {
    { [matches, index] service, port in
      let key = Manifest.Key(group: "", kind: "Service", namespace: manifest.namespace, name: service)
      guard let workload = matches[key], let object = index.find("Service", service, in: manifest.namespace) else {
        return nil
      }
      let ports = object.spec?["ports"]?.items ?? []
      let number = ports.first { $0["name"]?.text == port?.text && port != nil }?["port"]?.integer ?? port?.integer
      let target = ServiceMatching(object, to: workload).targets?.first { $0.port == number }
      return target.map { (workload.key, $0.target) }
    }
  }

  private mutating func readBudget(_ manifest: Manifest) {
    let selector = (manifest.spec?["selector"]?["matchLabels"]?.entries ?? []).map { ($0.key, $0.value.text ?? "") }
    let workloads = manifests.filter { workload in
      let labels = workload.podLabels
      return Manifest.workloads.contains(workload.kind) && workload.namespace == manifest.namespace
        && !selector.isEmpty && selector.allSatisfy { labels[$0.0] == $0.1 }
    }
    guard workloads.count == 1, let workload = workloads.first, !guarded.contains(workload.key),
      manifest.spec?["selector"]?["matchExpressions"] == nil,
      let key = ["minAvailable", "maxUnavailable"].first(where: { manifest.spec?[$0] != nil }),
      let share = ShareReading.expression(manifest.spec?[key], manifest.ledger)
    else {
      natives.append((manifest, "imported; it guards no service of the lab, or several"))
      return
    }
    guarded.insert(workload.key)
    if manifest.name != workload.name {
      manifest.ledger.change(manifest.node["metadata"]?["name"], "a budget of Rackbook is named after its service")
    }
    manifest.carryIdentity()
    manifest.ledger.change(manifest.spec?["selector"], "Rackbook selects pods by labels of its own")
    moreParts[workload.key, default: []].append(.call(SwiftCall("DisruptionBudget", [.init(key, share)])))
  }

  // MARK: All others

  private mutating func settleOthers() {
    for manifest in manifests {
      switch manifest.kind {
      case _ where Manifest.workloads.contains(manifest.kind): continue
      case "Service", "Ingress", "PodDisruptionBudget":
        if manifest.kind == "Service", manifest.apiVersion != "v1" { keep(manifest) }
      case "Namespace" where manifest.apiVersion == "v1":
        namespaces[manifest.name] = manifest.place
        manifest.carryIdentity()
        manifest.ledger.takeRest(of: manifest.node, .dropped("a Namespace of Rackbook has a name and nothing else"))
      case "ConfigMap" where index.isUsed(manifest): settleConfigMap(manifest)
      case "Secret" where manifest.apiVersion == "v1": settleSecret(manifest)
      case "PersistentVolumeClaim" where index.isUsed(manifest):
        manifest.dropClusterState()
      default: keep(manifest)
      }
    }
  }

  private func settleConfigMap(_ manifest: Manifest) {
    manifest.dropClusterState()
    for key in ["apiVersion", "kind"] { manifest.ledger.change(manifest.node[key], Self.entriesStandInServices) }
    for key in ["name", "namespace"] {
      manifest.ledger.change(manifest.node["metadata"]?[key], Self.entriesStandInServices)
    }
    for entry in manifest.node["data"]?.entries ?? [] {
      let isRead = index.isReferred(to: entry.key, of: manifest)
      let fate: Residue.Fate =
        isRead ? .changed(Self.entriesStandInServices) : .dropped("no service that was imported reads it")
      manifest.ledger.takeRest(of: entry.value, fate)
    }
  }

  private static let entriesStandInServices = "its entries stand in the services that use them"

  /// Keeps an object as a document; one that selects pods by labels that Rackbook writes itself selects them by its name.
  private mutating func keep(_ manifest: Manifest, because reason: String) {
    var selectors = NativeSelectors(manifest, workloads: manifests.filter { Manifest.workloads.contains($0.kind) })
    let tree = selectors.tree()
    lab.diagnostics += selectors.lost.map { place in
      KubernetesRules.selectorMeansTheSame.diagnostic(
        at: place,
        "\(manifest.kind) '\(manifest.name)' selects by a label that Rackbook writes itself, with another value",
        solutions: ["select what it is for by another label, or by 'app.kubernetes.io/name' and the service's name"])
    }
    lab.declarations.append(
      NativeReading(manifest: manifest, cluster: cluster, tree: tree).declaration(because: reason))
  }

  private mutating func keep(_ manifest: Manifest) {
    natives.append((manifest, "imported; there is no word for a \(manifest.kind)"))
  }

  private mutating func settleSecret(_ manifest: Manifest) {
    let path = "\(options.secretPath)/\(manifest.namespace)/\(manifest.name)"
    manifest.dropClusterState()
    let entries = (manifest.node["data"]?.entries ?? []) + (manifest.node["stringData"]?.entries ?? [])
    for entry in entries {
      let isRead = index.isReferred(to: entry.key, of: manifest)
      let fate: Residue.Fate =
        isRead
        ? .changed("a reference to \(path); the value is not read")
        : .dropped("a secret that no imported service reads; the value is not read")
      manifest.ledger.takeRest(of: entry.value, fate)
    }
    let isUsed = entries.contains { index.isReferred(to: $0.key, of: manifest) }
    manifest.ledger.takeRest(
      of: manifest.node,
      isUsed ? .changed("references to \(path)") : .dropped("a secret that no imported service reads"))
    lab.diagnostics.append(
      KubernetesRules.secretIsAPlaceholder.diagnostic(
        at: manifest.place,
        "Secret '\(manifest.name)' is not imported; " + (isUsed ? "services refer to \(path)" : "no service reads it"),
        solutions: [
          isUsed ? "put its values into Vault, under \(path)" : "make it from Vault, where something needs it"
        ]))
  }

  // MARK: What services stand in

  private mutating func declareCluster() {
    guard options.cluster == nil, options.foundCluster == nil, let first = manifests.first else { return }
    lab.declarations.append(
      ImportedDeclaration(
        ThingID("cluster", "cluster"), in: "Cluster",
        SwiftCall("ExistingCluster", [.init(.text("cluster")), .init("kubernetes", .text("1.35"))]), at: first.place,
        comments: ["Assumed: its name and its version of Kubernetes."]))
    lab.diagnostics.append(
      KubernetesRules.clusterIsAssumed.diagnostic(
        at: first.place, "a cluster is assumed, because manifests do not say which one they are for",
        solutions: [
          "name the cluster of a lab that exists already with --into", "import its inventory in the same command",
        ]))
  }

  private mutating func declareNamespaces() {
    for name in namespaces.keys.sorted() {
      guard let place = namespaces[name] else { continue }
      lab.declarations.append(
        ImportedDeclaration(
          ThingID("namespace", name), in: "Namespaces",
          SwiftCall("Namespace", [.init(.text(name)), .init("in", cluster)]), at: place))
    }
  }
}
