import ComposeFile
import Diagnostics

/// Turns a bind mount into what it is to the container: a file, a volume, a path of the machine, or nothing.
struct BindConversion {
  let volumes: ComposeVolumes
  let container: ContainerConversion

  init(_ volumes: ComposeVolumes, _ container: ContainerConversion) {
    self.volumes = volumes
    self.container = container
  }

  func convert(_ mount: ComposeCursor, _ target: String) {
    let source = mount["source"]?.text ?? ""
    let readOnly = mount["read_only"]?.isTrue == true
    let kind = BindKind(source: source, target: target, context: container.service["build"]?["context"]?.text)
    switch kind {
    case .source: mount.drop("source code for development; the image holds it")
    case .timeZone:
      let zone = container.conversion.project.environments[container.name]?.first { $0.name == "TZ" }
      mount.drop(zone == nil ? "set TZ instead: the machine's time zone is not known here" : "TZ says the time zone")
    case .socket: path(mount, source, target, type: "socket", readOnly)
    case .machine(let type): path(mount, source, target, type: type, readOnly)
    case .file: file(mount, source, target)
    case .data: data(mount, source, target, readOnly)
    }
  }

  private func takeOptions(_ mount: ComposeCursor) {
    mount["bind"]?["create_host_path"]?.drop("a volume is always made")
    mount["bind"]?.dropRest("labels and propagation are about the machine's own file system")
  }

  private func path(_ mount: ComposeCursor, _ source: String, _ target: String, type: String, _ readOnly: Bool) {
    guard !Placeholder.isPresent(in: source) else { return mount.drop("a path of the machine that is not known") }
    container.conversion.log.add(
      ComposeImportRules.hostPath.diagnostic(
        at: mount.place, "'\(container.name)' reaches \(source) of the machine that it runs on"))
    for key in ["type", "source"] { mount[key]?.change("a path of the machine that it runs on") }
    for key in ["target", "read_only"] { mount[key]?.carry() }
    var after: [SwiftCall.Argument] = [.init("type", .member(type))]
    if readOnly { after.append(.init("readOnly", .boolean(true))) }
    if let propagation = mount["bind"]?["propagation"], let word = Self.propagation(propagation.text) {
      propagation.carry()
      if container.isFirst { after.append(.init("propagation", .member(word))) }
    }
    takeOptions(mount)
    let name = source.split(separator: "/").last.map(String.init) ?? "root"
    if container.isFirst {
      container.mount("HostPath", name: name, [.init(.text(source))], at: target, after: after)
    } else {
      container.mount(
        "HostPath", name: name, [.init(.text(source))], at: target, readOnly: readOnly,
        after: [.init("type", .member(type))])
    }
  }

  private static func propagation(_ text: String?) -> String? {
    switch text {
    case "rshared", "shared": "bidirectional"
    case "rslave", "slave": "hostToContainer"
    default: nil
    }
  }

  /// One file: its text is written out, unless it is a secret.
  private func file(_ mount: ComposeCursor, _ source: String, _ target: String) {
    let files = FileConversion(container)
    let content = mount["source"].flatMap { files.read($0, for: source) }
    let name = source.split(separator: "/").last.map(String.init) ?? "file"
    for key in ["type", "source"] {
      mount[key]?.change(
        content == nil ? "a file with a placeholder in it" : "a file of the lab, or a secret where it looks like one")
    }
    mount["target"]?.carry()
    mount["read_only"]?.carry()
    if mount["read_only"]?.isTrue != true {
      container.pod.comments.append(
        "\(Placeholder.written(target)) cannot be written any more: it is a file of the lab.")
    }
    takeOptions(mount)
    if content == nil, SecretDetection.isSecretFile(path: source, content: "") {
      files.add(name: name, at: target, content: "-----BEGIN PRIVATE KEY", mode: nil, place: mount.place)
    } else {
      files.add(name: name, at: target, content: content, mode: name.hasSuffix(".sh") ? 0o755 : nil, place: mount.place)
    }
  }

  /// Data: a volume that begins empty.
  private func data(_ mount: ComposeCursor, _ source: String, _ target: String, _ readOnly: Bool) {
    let written = Placeholder.written(source)
    container.conversion.log.add(
      ComposeImportRules.data.diagnostic(
        at: mount.place, "\(written) becomes a volume of '\(container.name)', which begins empty",
        solutions: ["copy the folder into the volume before the service starts"]))
    mount["type"]?.change("a volume")
    mount["source"]?.change("a volume that begins empty: copy \(written) into it")
    mount["target"]?.carry()
    mount["read_only"]?.carry()
    takeOptions(mount)
    let last = source.split(separator: "/").last.map { Placeholder.blank(String($0)) } ?? ""
    let name = last.isEmpty || last == "." || last == ".." ? "data" : last
    volumes.claim(
      name, key: "bind \(source)", target, subPath: nil, readOnly: readOnly, at: mount.place, container)
  }
}
