import ComposeFile
import Diagnostics

/// Turns `configs` and `secrets` of a service into `ConfigFile` and `SecretFile`.
struct FileConversion {
  let container: ContainerConversion

  init(_ container: ContainerConversion) {
    self.container = container
  }

  private var conversion: ComposeConversion { container.conversion }

  func convert() {
    for grant in container.service["configs"]?.items ?? [] { config(grant) }
    for grant in container.service["secrets"]?.items ?? [] { secret(grant) }
    if let socket = container.service["use_api_socket"], socket.isTrue {
      socket.change("the socket of the machine's Docker")
      container.mount(
        "HostPath", name: "docker-sock", [.init(.text("/var/run/docker.sock"))], at: "/var/run/docker.sock",
        after: [.init("type", .member("socket"))])
    }
  }

  private func config(_ grant: ComposeCursor) {
    guard let source = grant["source"]?.text, let entry = container.pod.root["configs"]?[source] else { return }
    grant["source"]?.carry()
    let target = grant["target"]?.carriedText() ?? "/\(source)"
    let mode = takeOwner(grant)
    let content: String?
    if let inline = entry["content"] {
      content = inline.text
      take(entry, inline, .carried)
    } else if let file = entry["file"] {
      content = read(file, for: source)
      take(entry, file, .changed("its content is written out"))
    } else {
      content = nil
      for key in ["environment", "external", "name", "driver"] {
        if let value = entry[key] { take(entry, value, .changed("a placeholder for its content")) }
      }
    }
    add(
      name: source, at: target.hasPrefix("/") ? target : "/\(target)", content: content, mode: mode, place: grant.place)
  }

  /// A value of a config or secret may be read for several services; only the first takes it.
  private func take(_ entry: ComposeCursor, _ value: ComposeCursor, _ fate: Residue.Fate) {
    if !conversion.account.isTaken(value.node, at: value.path) {
      conversion.account.take(value.node, at: value.path, fate)
    }
  }

  /// The text of a file of the project; nil where it is not there or no text.
  func read(_ file: ComposeCursor, for name: String) -> String? {
    guard let path = file.text, let bytes = try? conversion.files.read(path, limit: 512 << 10) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Writes a file down; one that holds a secret, or looks like it, becomes a reference.
  func add(name: String, at target: String, content: String?, mode: Int?, place: SourceLocation) {
    let text = content ?? "The content of \(name) was not there when this was imported: write it here.\n"
    let holdsSecret = content.map { content in
      SecretDetection.isSecretFile(path: target, content: content)
        || container.secretValues.contains { content.contains($0.value) }
    }
    if holdsSecret == true { return addSecret(name: name, at: target, mode: mode, place: place) }
    if content == nil {
      conversion.log.add(
        ComposeImportRules.missingFile.diagnostic(
          at: place, "the content of '\(name)' is not there: a placeholder stands in its place"))
    }
    var arguments: [SwiftCall.Argument] = [
      .init(.text(Self.key(name))), .init("at", container.text.plain(target)), .init(container.text.plain(text)),
    ]
    if let mode { arguments.append(.init("mode", .integer(mode))) }
    container.parts.append(.call(SwiftCall("ConfigFile", arguments, at: place)))
  }

  private func secret(_ grant: ComposeCursor) {
    guard let source = grant["source"]?.text, let entry = container.pod.root["secrets"]?[source] else { return }
    grant["source"]?.change("a reference to a secret in Vault")
    let target = grant["target"]?.carriedText() ?? source
    let mode = takeOwner(grant)
    for (_, value) in entry.entries {
      take(entry, value, .changed("a reference to a secret in Vault; nothing is read"))
    }
    addSecret(
      name: source, at: target.hasPrefix("/") ? target : "/run/secrets/\(target)", mode: mode, place: grant.place)
  }

  private func addSecret(name: String, at target: String, mode: Int?, place: SourceLocation) {
    let path = "\(conversion.options.secretPath)/\(conversion.label)"
    var arguments: [SwiftCall.Argument] = [
      .init(.text(Self.key(name))), .init("at", container.text.plain(target)),
      .init("from", ContainerConversion.secret(path, key: Self.key(name))),
    ]
    if let mode { arguments.append(.init("mode", .integer(mode))) }
    container.parts.append(.call(SwiftCall("SecretFile", arguments, at: place)))
    conversion.log.add(
      ComposeImportRules.secretValue.diagnostic(
        at: place, "'\(name)' is a secret; it is not read",
        solutions: ["put it into Vault at \(path), key \(Self.key(name))"]))
  }

  /// The mode of a file; its owner follows from the pod.
  private func takeOwner(_ grant: ComposeCursor) -> Int? {
    for key in ["uid", "gid"] { grant[key]?.drop("files of the cluster belong to root, or to the pod's group") }
    guard let mode = grant["mode"] else { return nil }
    let written = mode.text ?? ""
    let value: Int? = if case .string = mode.node.content { Int(written, radix: 8) } else { Int(written) }
    guard let value, (0...0o777).contains(value) else {
      mode.drop("a mode is 0000 to 0777")
      return nil
    }
    mode.carry()
    return value
  }

  /// A name that a key of a ConfigMap may have.
  static func key(_ name: String) -> String {
    let key = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isPlain =
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
            || "-._".unicodeScalars.contains(scalar)
          return isPlain ? scalar : "-"
        }))
    return key.isEmpty || key == "." || key == ".." ? "file" : String(key.prefix(250))
  }
}
