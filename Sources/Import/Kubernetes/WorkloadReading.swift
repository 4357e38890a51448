import Diagnostics
import LabModel
import SourceDocuments

/// Reads what runs pods, with its containers and volumes, into the parts of a `Service`.
struct WorkloadReading {
  let manifest: Manifest
  let index: ManifestIndex
  let secretPath: String
  let claims: VolumeClaims
  /// Ports that Services of Kubernetes send traffic to.
  var servedPorts: [Port] = []
  private(set) var parts: [SwiftExpression] = []
  private(set) var images: [(String, SourceLocation)] = []
  private(set) var plainSecrets: [SourceLocation] = []
  private(set) var hasState = false
  /// Volumes whose files containers have one by one.
  private var volumesOfFiles: Set<String> = []

  init(_ manifest: Manifest, index: ManifestIndex, secretPath: String, claims: VolumeClaims) {
    self.manifest = manifest
    self.index = index
    self.secretPath = secretPath
    self.claims = claims
  }

  private var ledger: Ledger { manifest.ledger }
  private var pod: SourceNode? { manifest.podTemplate?["spec"] }

  /// Reads everything.
  mutating func read() {
    if manifest.kind == "Pod" {
      for key in ["apiVersion", "kind"] {
        ledger.change(manifest.node[key], "a Deployment of one replica keeps it running")
      }
    }
    manifest.carryIdentity()
    readKind()
    readContainers()
    let reading = PodReading(manifest, index: index, secretPath: secretPath)
    parts += reading.parts()
    readLabels()
    ledger.change(manifest.spec?["selector"], "Rackbook selects pods by labels of its own")
  }

  // MARK: What keeps pods running

  private mutating func readKind() {
    guard let spec = manifest.spec else { return }
    switch manifest.kind {
    case "Deployment": readDeployment(spec)
    case "StatefulSet": readStatefulSet(spec)
    case "DaemonSet": parts.append(.call(SwiftCall("DaemonSet", strategy(spec["updateStrategy"]), at: manifest.place)))
    case "Job":
      parts.append(.call(job(spec)))
    case "CronJob": readCronJob(spec)
    default: break
    }
  }

  private mutating func readDeployment(_ spec: SourceNode) {
    var call = SwiftCall("Deployment", at: manifest.place)
    let replicas = ledger.integer(spec["replicas"])
    if replicas != 1 { call.add("replicas", replicas) }
    call.arguments += strategy(spec["strategy"])
    call.add("minReady", ledger.integer(spec["minReadySeconds"]).map { .interval(seconds: $0) })
    call.add("progressDeadline", ledger.integer(spec["progressDeadlineSeconds"]).map { .interval(seconds: $0) })
    call.add("history", ledger.integer(spec["revisionHistoryLimit"]))
    if !call.arguments.isEmpty { parts.append(.call(call)) }
  }

  private mutating func readStatefulSet(_ spec: SourceNode) {
    var call = SwiftCall("StatefulSet", at: manifest.place)
    let replicas = ledger.integer(spec["replicas"])
    if replicas != 1 { call.add("replicas", replicas) }
    call.arguments += strategy(spec["updateStrategy"])
    call.add("isParallel", isTrue: spec["podManagementPolicy"].map { $0.text == "Parallel" })
    ledger.carry(spec["podManagementPolicy"])
    let name = ledger.text(spec["serviceName"])
    call.add("serviceName", name)
    parts.append(.call(call))
  }

  private func strategy(_ node: SourceNode?) -> [SwiftCall.Argument] {
    guard let node, let type = node["type"]?.text else { return [] }
    ledger.carry(node["type"])
    if type == "Recreate" { return [.init("strategy", .member("recreate"))] }
    if type == "OnDelete" { return [.init("strategy", .member("onDelete"))] }
    var call = SwiftCall(".rolling")
    let rolling = node["rollingUpdate"]
    call.add("partition", ledger.integer(rolling?["partition"]))
    for key in ["maxSurge", "maxUnavailable"] { call.add(key, share(rolling?[key])) }
    return [.init("strategy", .call(call))]
  }

  private func share(_ node: SourceNode?) -> SwiftExpression? { ShareReading.expression(node, ledger) }

  private func job(_ spec: SourceNode?) -> SwiftCall {
    var call = SwiftCall("Job", at: spec?.place)
    call.add("retries", ledger.integer(spec?["backoffLimit"]))
    call.add("deadline", ledger.integer(spec?["activeDeadlineSeconds"]).map { .interval(seconds: $0) })
    if pod?["restartPolicy"]?.text == "Never" { call.add("restart", .member("never")) }
    call.add("completions", ledger.integer(spec?["completions"]))
    call.add("parallelism", ledger.integer(spec?["parallelism"]))
    call.add("keepFor", ledger.integer(spec?["ttlSecondsAfterFinished"]).map { .interval(seconds: $0) })
    return call
  }

  private mutating func readCronJob(_ spec: SourceNode) {
    var call = SwiftCall("CronJob", [.init(.text(ledger.text(spec["schedule"]) ?? ""))], at: manifest.place)
    call.add("timeZone", ledger.text(spec["timeZone"]))
    // Kubernetes allows runs beside each other unless told otherwise; Rackbook does not.
    let concurrency = ledger.text(spec["concurrencyPolicy"]) ?? "Allow"
    call.add("concurrency", .member(["Forbid": "forbid", "Replace": "replace"][concurrency] ?? "allow"))
    call.add("isSuspended", isTrue: ledger.bool(spec["suspend"]))
    call.add("startingDeadline", ledger.integer(spec["startingDeadlineSeconds"]).map { .interval(seconds: $0) })
    call.add("keepSucceeded", ledger.integer(spec["successfulJobsHistoryLimit"]))
    call.add("keepFailed", ledger.integer(spec["failedJobsHistoryLimit"]))
    let job = job(spec["jobTemplate"]?["spec"])
    if !job.arguments.isEmpty { call.add("job", .call(job)) }
    parts.append(.call(call))
  }

  // MARK: Containers and volumes

  private mutating func readContainers() {
    let volumeNodes = pod?["volumes"]?.items ?? []
    let templates = manifest.spec?["volumeClaimTemplates"]?.items ?? []
    var volumes: [String: SourceNode] = [:]
    for node in volumeNodes { if let name = node["name"]?.text { volumes[name] = node } }
    for node in templates { if let name = node["metadata"]?["name"]?.text { volumes[name] = node } }
    var mounts: [(container: Int, mount: VolumeMount)] = []
    var calls: [SwiftCall] = []
    var fileNames: Set<String> = []
    let containers = pod?["containers"]?.items ?? []
    for (number, node) in (containers + (pod?["initContainers"]?.items ?? [])).enumerated() {
      var reading = ContainerReading(
        node, of: manifest, index: index, secretPath: secretPath, podSecurity: pod?["securityContext"], volumes: volumes
      )
      if number == 0 { reading.morePorts = servedPorts }
      reading.fileNames = fileNames
      calls.append(reading.read())
      fileNames = reading.fileNames
      volumesOfFiles.formUnion(reading.volumesOfFiles)
      images.append((reading.image, node["image"]?.place ?? node.place))
      plainSecrets += reading.plainSecrets
      mounts += reading.mounts.map { (number, $0) }
      parts += reading.published
    }
    var volumeParts: [SwiftExpression] = []
    for node in volumeNodes + templates {
      let name = node["name"]?.text ?? node["metadata"]?["name"]?.text ?? ""
      let uses = mounts.filter { $0.mount.volume == name }
      // What the volume's own word can say needs no mount of its own.
      let single = uses.count == 1 && uses[0].container == 0 ? uses.first?.mount : nil
      let simple = single.flatMap { $0.isSimple || node["emptyDir"] == nil && $0.isSimpleForReading ? $0 : nil }
      guard let part = volume(node, name, mountedAt: simple) else { continue }
      volumeParts.append(part.expression)
      if simple != nil { continue }
      for use in uses {
        calls[use.container].parts = (calls[use.container].parts ?? []) + [mount(use.mount, of: part.name)]
      }
    }
    parts = calls.map { .call($0) } + volumeParts + parts
  }

  private func mount(_ mount: VolumeMount, of volume: String) -> SwiftExpression {
    var call = SwiftCall("Mount", [.init(.text(volume)), .init("at", .text(mount.path))], at: mount.place)
    call.add("subPath", mount.subPath)
    call.add("readOnly", isTrue: mount.isReadOnly)
    call.add("propagation", mount.propagation.map { .member($0) })
    return .call(call)
  }

  /// A volume of the pod as a part of the service, with the name that mounts know it by.
  private mutating func volume(
    _ node: SourceNode, _ name: String, mountedAt mount: VolumeMount?
  ) -> (expression: SwiftExpression, name: String)? {
    let reading = VolumeReading(manifest: manifest)
    if let claim = node["persistentVolumeClaim"] {
      guard let object = claim["claimName"]?.text,
        let found = index.find("PersistentVolumeClaim", object, in: manifest.namespace),
        let volume = claims.volume(of: found, called: name, mountedAt: mount)
      else { return reading.existingClaim(node, name, mount).map { ($0, name) } }
      _ = index.use("PersistentVolumeClaim", object, in: manifest.namespace)
      hasState = true
      if volume.name != name { ledger.change(node["name"], "the volume is called after its claim") }
      ledger.takeRest(of: node, .carried)
      return volume
    }
    if node["spec"] != nil {
      hasState = true
      return claims.volume(ofTemplate: node, ledger, called: name, mountedAt: mount).map { ($0, name) }
    }
    if node["configMap"] != nil || node["secret"] != nil {
      ledger.takeRest(
        of: node,
        volumesOfFiles.contains(name)
          ? .changed("its files are mounted one by one")
          : .dropped("no container mounts its files, or they are not among the imported ones"))
      return nil
    }
    return reading.part(node, name, mount).map { ($0, name) }
  }

  // MARK: Labels

  private mutating func readLabels() {
    let metadata = manifest.node["metadata"]
    let template = manifest.kind == "Pod" ? nil : manifest.podTemplate?["metadata"]
    for labels in [metadata?["labels"], template?["labels"]] { manifest.changeOwnLabels(labels) }
    for (key, word) in [("labels", "Label"), ("annotations", "Annotation")] {
      let left = Manifest.clusterAnnotations + Manifest.ownLabels
      let outer = ledger.pairs(metadata?[key]?.withoutKeys(left))
      let inner = ledger.pairs(template?[key]?.withoutKeys(left))
      for pair in inner + outer.filter({ pair in !inner.contains { $0 == pair } }) {
        let isOuter = outer.contains { $0 == pair } || manifest.kind == "Pod"
        let isInner = inner.contains { $0 == pair } || manifest.kind == "Pod"
        var call = SwiftCall(word, [.init(.text(pair.key)), .init(.text(pair.value))])
        if !isInner { call.add("on", .list([.member("workload")])) }
        if !isOuter { call.add("on", .list([.member("pods")])) }
        parts.append(.call(call))
      }
    }
  }
}
