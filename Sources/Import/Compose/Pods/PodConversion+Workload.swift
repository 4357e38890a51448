import ComposeFile
import Diagnostics

extension PodConversion {
  /// What keeps the pod running: a `Deployment`, `DaemonSet` or `Job`.
  func convertWorkload(_ service: ComposeCursor) {
    let deploy = service["deploy"]
    convertPlacement(deploy?["placement"])
    let mode = deploy?["mode"]
    let scale = [service["scale"], deploy?["replicas"]].compactMap(\.self)
    for value in scale { value.carry() }
    let replicas = scale.first?.integer ?? 1
    let retries = jobRetries(service)
    switch mode?.text {
    case "global":
      mode?.carry()
      rollout(deploy, takes: false)
      addOnce("DaemonSet", [])
    case "global-job", "replicated-job":
      mode?.change("a job")
      rollout(deploy, takes: false)
      job(retries ?? 6, completions: replicas)
    default:
      mode?.carry()
      if let retries {
        rollout(deploy, takes: false)
        job(retries, completions: 1)
      } else {
        var arguments: [SwiftCall.Argument] = replicas == 1 ? [] : [.init("replicas", .integer(replicas))]
        arguments += rollout(deploy, takes: true)
        if !arguments.isEmpty { addOnce("Deployment", arguments) }
      }
    }
    deploy?["endpoint_mode"]?.drop("a service of the cluster has one address")
    deploy?["rollback_config"]?.drop("Kubernetes keeps the old pods until the new ones are ready")
  }

  private func job(_ retries: Int, completions: Int) {
    var arguments: [SwiftCall.Argument] = [.init("retries", .integer(retries))]
    if retries == 0 { arguments.append(.init("restart", .member("never"))) }
    if completions > 1 { arguments.append(.init("completions", .integer(completions))) }
    addOnce("Job", arguments)
  }

  /// How often a service that ends is tried again; nil for one that is to run on.
  ///
  /// A service that others wait to end is a job. So is one that says it is not started again, and has no ports.
  private func jobRetries(_ service: ComposeCursor) -> Int? {
    let policy = service["restart"]
    let condition = service["deploy"]?["restart_policy"]?["condition"]
    let isAwaited = traffic.endAwaited.contains(leader)
    let words = (condition?.text ?? policy?.text ?? "").split(separator: ":").map(String.init)
    let listens = service["ports"] != nil || service["expose"] != nil || service["healthcheck"] != nil
    let ends = ["no", "none", "false", "on-failure"].contains(words.first ?? "")
    let isJob = isAwaited || ends && !listens && members.isEmpty
    for value in [policy, condition].compactMap(\.self) {
      if isJob {
        value.change("a job")
      } else if ends {
        value.change("it is started again whenever it ends, as all that listens is")
      } else {
        value.carry()
      }
    }
    let attempts = service["deploy"]?["restart_policy"]?["max_attempts"]
    if isJob { attempts?.carry() }
    service["deploy"]?["restart_policy"]?.dropRest("the waiting time between two starts is the cluster's")
    guard isJob else { return nil }
    if let number = attempts?.integer ?? (words.count > 1 ? Int(words[1]) : nil) { return min(max(number, 0), 1000) }
    return words.first == "on-failure" ? 6 : 0
  }

  /// How new pods take the place of old ones.
  @discardableResult
  private func rollout(_ deploy: ComposeCursor?, takes: Bool) -> [SwiftCall.Argument] {
    guard let update = deploy?["update_config"] else { return [] }
    guard takes else {
      update.drop("only what runs on is replaced step by step")
      return []
    }
    var arguments: [SwiftCall.Argument] = []
    let count = min(max(update["parallelism"]?.integer ?? 1, 0), 1000)
    let startsFirst = update["order"]?.text == "start-first"
    update["parallelism"]?.carry()
    update["order"]?.carry()
    if count > 0, !volumes.hasOwnVolume(self) {
      arguments.append(
        .init(
          "strategy",
          .call(
            SwiftCall(
              ".rolling",
              [
                .init("maxSurge", .call(SwiftCall(".count", [.init(.integer(startsFirst ? count : 0))]))),
                .init("maxUnavailable", .call(SwiftCall(".count", [.init(.integer(startsFirst ? 0 : count))]))),
              ]))))
    }
    if let delay = update["delay"], let seconds = delay.text.flatMap(ComposeDuration.init)?.wholeSeconds {
      delay.change("a pod counts as available after it")
      arguments.append(.init("minReady", HealthConversion.interval(seconds)))
    }
    update.dropRest("Kubernetes stops a rollout that makes no progress")
    return arguments
  }

  private func convertPlacement(_ placement: ComposeCursor?) {
    for constraint in placement?["constraints"]?.items ?? [] {
      let text = (constraint.text ?? "").filter { $0 != " " }
      let parts = text.split(separator: "=", omittingEmptySubsequences: true).map(String.init)
      let isEqual = text.contains("==") && parts.count == 2
      if isEqual, parts[0] == "node.hostname" {
        constraint.carry()
        addOnce("NodeSelector", [.init(.text("kubernetes.io/hostname")), .init(.text(parts[1]))])
      } else if isEqual, parts[0].hasPrefix("node.labels."), !Placeholder.isPresent(in: text) {
        constraint.change("a label that the machine must have")
        addOnce(
          "NodeSelector", [.init(.text(String(parts[0].dropFirst("node.labels.".count)))), .init(.text(parts[1]))])
      } else {
        constraint.drop("roles of a swarm mean nothing in the cluster")
      }
    }
    for preference in placement?["preferences"]?.items ?? [] {
      guard let spread = preference["spread"], let key = spread.text, key.hasPrefix("node.labels.") else {
        preference.drop("pods are spread over labels of machines")
        continue
      }
      spread.change("spread over a label of the machines")
      addOnce("TopologySpread", [.init("over", .text(String(key.dropFirst("node.labels.".count))))])
    }
    if let most = placement?["max_replicas_per_node"] {
      guard most.integer == 1 else { return most.drop("the number of pods on a machine is one, or any") }
      most.change("pods of the service stand on different machines")
      addOnce(
        "TopologySpread", [.init("over", .text("kubernetes.io/hostname")), .init("isRequired", .boolean(true))])
    }
  }
}
