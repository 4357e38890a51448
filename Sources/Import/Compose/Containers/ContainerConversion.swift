import ComposeFile
import Diagnostics

/// Turns what a service says about its container into a `Container`.
final class ContainerConversion {
  let pod: PodConversion
  let name: String
  let service: ComposeCursor
  var parts: [SwiftExpression] = []
  private(set) var isFirst: Bool
  /// The paths that a volume stands at already: a device may also be mounted as a file.
  var mountedPaths: Set<String> = []

  init(_ pod: PodConversion, name: String, service: ComposeCursor) {
    self.pod = pod
    self.name = name
    self.service = service
    isFirst = name == pod.leader
  }

  var conversion: ComposeConversion { pod.conversion }
  var text: ComposeText { pod.text }

  func converted() -> SwiftCall {
    let image = convertImage()
    var arguments: [SwiftCall.Argument] = [.init(image.expression)]
    let ports = ContainerPorts(self).converted(image: image.text)
    if let main = ports.main { arguments.append(.init("port", .integer(main))) }
    if !ports.others.isEmpty { arguments.append(.init("ports", .list(ports.others))) }
    if !pod.members.isEmpty { arguments.append(.init("name", .text(conversion.labels[name] ?? "container"))) }
    arguments += convertCommand()
    if let folder = service["working_dir"] {
      arguments.append(.init("workingDirectory", text.plain(folder.carriedText() ?? "")))
    }
    arguments += convertPullPolicy()
    if let signal = service["stop_signal"] {
      arguments.append(.init("stopSignal", .text(Self.signal(signal.carriedText() ?? ""))))
    }
    if let input = service["stdin_open"] {
      input.carry()
      if input.isTrue { arguments.append(.init("keepsInputOpen", .boolean(true))) }
    }
    if let terminal = service["tty"] {
      terminal.carry()
      if terminal.isTrue { arguments.append(.init("hasTerminal", .boolean(true))) }
    }
    EnvironmentConversion(self).convert()
    HealthConversion(self).convert()
    convertHooks()
    ResourceConversion(self).convert()
    SecurityConversion(self).convert()
    FileConversion(self).convert()
    pod.volumes.convert(self)
    return SwiftCall("Container", arguments, parts: parts.isEmpty ? nil : parts, at: service.place)
  }

  // MARK: - Image and command

  private func convertImage() -> (expression: SwiftExpression, text: String) {
    let build = service["build"]
    build?.drop(DroppedKeys.reasons["build"] ?? "")
    if let image = service["image"], let written = image.text, !written.isEmpty {
      image.carry()
      return (text.plain(written), Placeholder.blank(written))
    }
    service["image"]?.drop("it is empty")
    let placeholder = "registry.invalid/\(conversion.label)/\(conversion.labels[name] ?? "image"):unset"
    conversion.log.add(
      ComposeImportRules.placeholderImage.diagnostic(
        at: service.place, "'\(name)' is built here and has no image: \(placeholder) stands in its place",
        solutions: ["push the image, and write its name"]))
    return (.text(placeholder), placeholder)
  }

  private func convertCommand() -> [SwiftCall.Argument] {
    var arguments: [SwiftCall.Argument] = []
    for (key, label) in [("entrypoint", "command"), ("command", "arguments")] {
      guard let words = service[key] else { continue }
      if words.node.isNull { words.carry() }
      if words.node.items?.isEmpty == true {
        words.drop("an empty list cannot take away the \(key) of the image")
        continue
      }
      let list = guarded(words)
      if !list.isEmpty { arguments.append(.init(label, .list(list))) }
    }
    return arguments
  }

  /// The words of a command; what hands a secret over becomes a reference to one.
  private func guarded(_ command: ComposeCursor) -> [SwiftExpression] {
    let words = command.items.map { $0.text ?? "" }
    let secrets = SecretDetection.secretArguments(in: words)
    return zip(command.items, words).enumerated().map { index, item in
      guard let before = secrets[index] else {
        return unguarded(item.0, item.1)
      }
      let variable = "SECRET_ARGUMENT_\(index + 1)"
      addSecret(variable, at: item.0.place)
      item.0.change("the secret in it is \(variable), which comes from Vault")
      return .text("\(ComposeText.escaped(before))$(\(variable))")
    }
  }

  /// A word that is no secret by its shape; the value of a secret variable in it is read from that variable.
  private func unguarded(_ item: ComposeCursor, _ word: String) -> SwiftExpression {
    let held = secretValues.filter { word.contains($0.value) }
    guard !held.isEmpty else {
      item.carry()
      return text.expandable(word)
    }
    var result = ComposeText.escaped(word)
    for (name, value) in held { result = result.replacing(ComposeText.escaped(value), with: "$(\(name))") }
    item.change("the secret in it is \(held.map(\.name).joined(separator: ", ")), which comes from Vault")
    return text.plain(result)
  }

  /// A variable whose value comes from Vault.
  func addSecret(_ variable: String, at place: SourceLocation) {
    let path = "\(conversion.options.secretPath)/\(conversion.label)/\(conversion.labels[name] ?? name)"
    parts.append(
      .call(
        SwiftCall(
          "Environment",
          [.init(.text(variable)), .init("from", Self.secret(path, key: variable))], at: place)))
    conversion.log.add(
      ComposeImportRules.secretValue.diagnostic(
        at: place, "\(variable) of '\(name)' looks like a secret; its value is not in the lab",
        solutions: ["put it into Vault at \(path), key \(variable)"]))
  }

  static func secret(_ path: String, key: String) -> SwiftExpression {
    .call(SwiftCall("SecretReference", [.init(.text(path)), .init("key", .text(key))]))
  }

  private func convertPullPolicy() -> [SwiftCall.Argument] {
    guard let policy = service["pull_policy"] else { return [] }
    let word: String? =
      switch policy.text {
      case "always": "always"
      case "missing", "if_not_present": "ifNotPresent"
      case "never": "never"
      default: nil
      }
    guard let word else {
      policy.drop("Kubernetes builds no images, and pulls always, when missing, or never")
      return []
    }
    policy.carry()
    return [.init("pullPolicy", .member(word))]
  }

  private static func signal(_ text: String) -> String {
    let upper = text.uppercased()
    return upper.hasPrefix("SIG") || upper.first?.isNumber == true ? upper : "SIG\(upper)"
  }

  // MARK: - Hooks

  private func convertHooks() {
    for (key, purpose) in [("post_start", "postStart"), ("pre_stop", "preStop")] {
      for (index, hook) in (service[key]?.items ?? []).enumerated() {
        guard index == 0, let command = hook["command"] else {
          hook.drop("Kubernetes runs one hook")
          continue
        }
        command.carry()
        parts.append(
          .call(
            SwiftCall("LifecycleHook", [.init(.member(purpose)), .init(exec(command.items.map { $0.text ?? "" }))])))
        hook.dropRest("a hook runs as the container does")
      }
    }
    for (index, hook) in (service["pre_start"]?.items ?? []).enumerated() { convertPreStart(hook, index) }
  }

  private func convertPreStart(_ hook: ComposeCursor, _ index: Int) {
    let image = hook["image"]?.carriedText() ?? service["image"]?.text ?? "registry.invalid/unset:unset"
    var arguments: [SwiftCall.Argument] = [
      .init(text.plain(image)),
      .init("name", .text("pre-start-\(conversion.labels[name] ?? "x")-\(index + 1)".prefixLabel)),
    ]
    if let command = hook["command"] {
      command.carry()
      arguments.append(.init("command", .list(command.items.map { text.expandable($0.text ?? "") })))
    }
    if let folder = hook["working_dir"] {
      arguments.append(.init("workingDirectory", text.plain(folder.carriedText() ?? "")))
    }
    var inner: [SwiftExpression] = []
    for (key, value) in hook["environment"]?.entries ?? [] {
      if SecretDetection.isSecret(name: key, value: value.text ?? "") {
        let path = "\(conversion.options.secretPath)/\(conversion.label)/\(conversion.labels[name] ?? name)"
        inner.append(
          .call(SwiftCall("Environment", [.init(.text(key)), .init("from", Self.secret(path, key: key))])))
        value.change("a reference to a secret in Vault")
      } else {
        inner.append(.call(SwiftCall("Environment", [.init(.text(key)), .init(text.expandable(value.text ?? ""))])))
        value.carry()
      }
    }
    hook.dropRest("an init container runs as its image says")
    pod.parts.append(.call(SwiftCall("InitContainer", arguments, parts: inner.isEmpty ? nil : inner)))
  }

  /// A command that is run in the container.
  func exec(_ words: [String]) -> SwiftExpression {
    .call(SwiftCall(".exec", [.init(.list(words.map(text.plain)))]))
  }
}

extension String {
  /// At most the 63 letters that Kubernetes takes as a name.
  fileprivate var prefixLabel: String { ComposeNames.label(self) }
}
