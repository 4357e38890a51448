import ComposeFile
import Diagnostics

/// Turns the mounts of a project into volumes of the lab: the same ones on any machine that imports it.
final class ComposeVolumes {
  let conversion: ComposeConversion
  let root: ComposeCursor
  /// The pods that mount each named volume, and each folder of the machine that holds data.
  private var users: [String: Set<String>] = [:]
  private var declared: [String: (call: SwiftCall, place: SourceLocation)] = [:]

  init(_ conversion: ComposeConversion, root: ComposeCursor) {
    self.conversion = conversion
    self.root = root
    for (name, service) in conversion.project.services {
      let leader = conversion.leaders[name] ?? name
      let isMany = Self.isMany(service)
      for mount in service["volumes"]?.items ?? [] {
        guard let source = Self.sharedKey(mount, service) else { continue }
        users[source, default: []].insert(leader)
        if isMany { users[source, default: []].insert("\(leader) again") }
      }
      for from in service["volumes_from"]?.items ?? [] {
        let other = from.text?.split(separator: ":").first.map(String.init) ?? ""
        for mount in root["services"]?[other]?.node["volumes"]?.items ?? [] {
          if let source = Self.sharedKey(mount, service) {
            users[source, default: []].formUnion([leader, conversion.leaders[other] ?? other])
          }
        }
      }
    }
  }

  /// Whether a service runs several times, so that its volumes are shared.
  private static func isMany(_ service: ComposeNode) -> Bool {
    let count = (service["scale"] ?? service["deploy"]?["replicas"])?.text.flatMap { Int($0) } ?? 1
    return count > 1 || service["deploy"]?["mode"]?.text?.hasPrefix("global") == true
  }

  private static func sharedKey(_ mount: ComposeNode, _ service: ComposeNode) -> String? {
    guard let source = mount["source"]?.text else { return nil }
    switch mount["type"]?.text {
    case "volume": return source
    case "bind":
      let kind = BindKind(
        source: source, target: mount["target"]?.text ?? "", context: service["build"]?["context"]?.text)
      return kind == .data ? "bind \(source)" : nil
    default: return nil
    }
  }

  /// The mounts of one container.
  func convert(_ container: ContainerConversion) {
    let service = container.service
    for mount in service["volumes"]?.items ?? [] { convert(mount, container) }
    for tmpfs in service["tmpfs"]?.items ?? [] { convertTmpfs(tmpfs, container) }
    if let size = service["shm_size"] { convertSharedMemory(size, container) }
    for from in service["volumes_from"]?.items ?? [] { convertFrom(from, container) }
  }

  private func convert(_ mount: ComposeCursor, _ container: ContainerConversion) {
    mount["consistency"]?.drop("it is about Docker on a Mac")
    mount["x-options"]?.drop("Docker does not know the option either")
    mount["volume"]?["nocopy"]?.drop("a new volume is empty in Kubernetes")
    mount["volume"]?["labels"]?.drop("claims get the labels of the lab")
    guard let target = mount["target"]?.text else { return mount.drop("it has no target") }
    guard target.hasPrefix("/") || Placeholder.isPresent(in: target) else {
      return mount.dropRest("a path in a container of Linux begins with a slash")
    }
    switch mount["type"]?.text ?? "volume" {
    case "volume" where mount["source"] == nil: convertAnonymous(mount, target, container)
    case "volume", "cluster": convertNamed(mount, target, container)
    case "bind": BindConversion(self, container).convert(mount, target)
    case "tmpfs":
      mount["type"]?.carry()
      mount["target"]?.carry()
      mount["source"]?.drop("memory has no source")
      mount["read_only"]?.drop("memory that nobody may write is of no use")
      mount["tmpfs"]?["mode"]?.drop("the mode of memory is 0777")
      let size = mount["tmpfs"]?["size"]
      size?.carry()
      memory(target, size?.text.flatMap(ComposeSize.init)?.bytes, container)
    default: mount.drop("Kubernetes mounts neither images nor pipes")
    }
  }

  // MARK: - Memory and scratch

  private func memory(_ target: String, _ bytes: Int?, _ container: ContainerConversion) {
    var after: [SwiftCall.Argument] = []
    if let bytes, bytes > 0 { after.append(.init("limit", ResourceConversion.amount(bytes))) }
    container.mount(
      "EmptyDir", name: "memory-\(target)", [], at: target, after: after + [.init("inMemory", .boolean(true))])
  }

  private func convertTmpfs(_ tmpfs: ComposeCursor, _ container: ContainerConversion) {
    let parts = (tmpfs.text ?? "").split(separator: ":", maxSplits: 1).map(String.init)
    guard let target = parts.first else { return tmpfs.drop("it has no target") }
    let options = parts.count > 1 ? parts[1].split(separator: ",") : []
    let size = options.first { $0.hasPrefix("size=") }.flatMap { ComposeSize(String($0.dropFirst(5))) }
    let others = options.filter { !$0.hasPrefix("size=") }
    if others.isEmpty {
      tmpfs.carry()
    } else {
      tmpfs.change("memory; the options \(others.joined(separator: ",")) are left out")
    }
    memory(target, size?.bytes, container)
  }

  private func convertSharedMemory(_ size: ComposeCursor, _ container: ContainerConversion) {
    guard container.isFirst, let bytes = size.text.flatMap(ComposeSize.init)?.bytes, bytes > 0 else {
      return size.drop("the pod's shared memory is that of its first container")
    }
    size.carry()
    container.pod.parts.append(
      .call(SwiftCall("EmptyDir.sharedMemory", [.init(ResourceConversion.amount(bytes))])))
  }

  private func convertAnonymous(_ mount: ComposeCursor, _ target: String, _ container: ContainerConversion) {
    let above = container.service["volumes"]?.items.contains { other in
      guard other["type"]?.text == "bind", let outer = other["target"]?.text, target.hasPrefix("\(outer)/") else {
        return false
      }
      return BindKind(
        source: other["source"]?.text ?? "", target: outer, context: container.service.node["build"]?["context"]?.text)
        == .source
    }
    if above == true { return mount.drop("it keeps the image's files from being hidden, and nothing hides them") }
    mount["read_only"]?.drop("scratch space that nobody may write is of no use")
    mount.change("scratch space that is empty at every start")
    container.mount("EmptyDir", name: "scratch-\(target)", [], at: target)
  }

  // MARK: - Named volumes

  private func convertNamed(_ mount: ComposeCursor, _ target: String, _ container: ContainerConversion) {
    let source = mount["source"]?.text ?? ""
    let entry = root["volumes"]?[source]
    let readOnly = mount["read_only"]?.isTrue == true
    let subPath = mount["volume"]?["subpath"]
    for key in ["type", "target", "read_only"] { mount[key]?.carry() }
    subPath?.carry()
    if entry?["external"]?.isTrue == true {
      let claim = ComposeNames.label(entry?["name"]?.text ?? source)
      takeOnce(entry, "external", .carried)
      takeOnce(entry, "name", .changed("the claim '\(claim)', which must be there"))
      mount["source"]?.change("the claim '\(claim)', which must be there")
      container.mount("ExistingClaim", name: source, [.init("claim", .text(claim))], at: target, readOnly: readOnly)
    } else if let share = NetworkShare(entry) {
      takeOnce(entry, "driver", .carried)
      takeOnce(entry, "driver_opts", .changed("NFS from \(share.server)"))
      takeOnce(entry, "name", .dropped("the share has its own name"))
      mount["source"]?.change("NFS from \(share.server)")
      container.mount(
        "NFSVolume", name: source, [.init("server", .text(share.server)), .init("path", .text(share.path))], at: target,
        readOnly: readOnly)
    } else {
      mount["source"]?.carry()
      takeOnce(entry, "name", .changed("the claim is named by the lab"))
      takeOnce(entry, "driver", .dropped("the storage class decides where a volume is"))
      takeOnce(entry, "driver_opts", .dropped("the storage class decides how a volume is made"))
      takeOnce(entry, "labels", .dropped("claims get the labels of the lab"))
      if entry?.entries.isEmpty == true { takeNode(entry, .carried) }
      claim(
        source, key: source, target, subPath: subPath?.text, readOnly: readOnly, at: mount.place, container)
    }
    for (key, value) in entry?.entries ?? [] where key.hasPrefix("x-") { takeNode(value, .dropped("an extension")) }
  }

  private func takeOnce(_ entry: ComposeCursor?, _ key: String, _ fate: Residue.Fate) { takeNode(entry?[key], fate) }

  private func takeNode(_ value: ComposeCursor?, _ fate: Residue.Fate) {
    guard let value, !conversion.account.isTaken(value.node, at: value.path) else { return }
    conversion.account.take(value.node, at: value.path, fate)
  }

  /// A volume of the storage class; one that several pods mount is declared once.
  func claim(
    _ name: String, key: String, _ target: String, subPath: String?, readOnly: Bool, at place: SourceLocation,
    _ container: ContainerConversion
  ) {
    let isShared = (users[key]?.count ?? 0) > 1
    let size = SwiftExpression.call(SwiftCall(".gib", [.init(.integer(10))]))
    var arguments: [SwiftCall.Argument] = [
      .init(size), .init("on", conversion.storageClass(shared: isShared, at: place)),
    ]
    let waiver = SwiftCall(
      "notBackedUp", [.init("because", .text("its backup was not decided on when it was imported"))])
    guard isShared else {
      return mountOwn(name, key, target, subPath, readOnly, arguments, waiver, place, container)
    }
    if declared[key] == nil {
      noteSize(name, place)
      arguments.append(.init("access", .member("readWriteMany")))
      let label = ComposeNames.label(name)
      declared[key] = (
        SwiftCall("Volume", [.init(.text(label))] + arguments, modifiers: [SwiftCall("shared"), waiver], at: place),
        place
      )
    }
    var mounting: [SwiftCall.Argument] = [.init("at", container.text.plain(target))]
    if let subPath { mounting.append(.init("subPath", container.text.plain(subPath))) }
    if readOnly { mounting.append(.init("readOnly", .boolean(true))) }
    let label = ComposeNames.label(name)
    let isNew = container.pod.sharedVolumes.insert(key).inserted
    container.pod.volumeNames.insert(label)
    if container.isFirst, isNew {
      container.pod.parts.append(.method(.thing(id(key)), SwiftCall("mounted", mounting)))
    } else {
      if isNew { container.pod.parts.append(.thing(id(key))) }
      container.mountInside(label, at: target, subPath: subPath, readOnly: readOnly)
    }
  }

  private func mountOwn(
    _ name: String, _ key: String, _ target: String, _ subPath: String?, _ readOnly: Bool,
    _ arguments: [SwiftCall.Argument], _ waiver: SwiftCall, _ place: SourceLocation, _ container: ContainerConversion
  ) {
    if let known = container.pod.ownVolumes[key] {
      return container.mountInside(known, at: target, subPath: subPath, readOnly: readOnly)
    }
    noteSize(name, place)
    let label = ComposeNames.unique(name, &container.pod.volumeNames)
    container.pod.ownVolumes[key] = label
    var call = SwiftCall("Volume", [.init(.text(label))] + arguments, modifiers: [waiver], at: place)
    if container.isFirst {
      call.arguments.append(.init("at", container.text.plain(target)))
      if let subPath { call.arguments.append(.init("subPath", container.text.plain(subPath))) }
      if readOnly { call.arguments.append(.init("readOnly", .boolean(true))) }
    } else {
      container.mountInside(label, at: target, subPath: subPath, readOnly: readOnly)
    }
    container.pod.parts.append(.call(call))
  }

  private func noteSize(_ name: String, _ place: SourceLocation) {
    conversion.log.add(
      ComposeImportRules.guessedSize.diagnostic(
        at: place, "10 GiB is a guess for volume '\(Placeholder.written(name))'"))
  }

  private func id(_ key: String) -> ThingID {
    ThingID("volume", "\(conversion.label) \(key.hasPrefix("bind ") ? String(key.dropFirst(5)) : key)")
  }

  /// Whether a pod has a volume that only one pod can mount.
  func hasOwnVolume(_ pod: PodConversion) -> Bool { !pod.ownVolumes.isEmpty }

  /// Writes down the volumes that several services mount.
  func declare() {
    for (key, volume) in declared.sorted(by: { $0.key < $1.key }) {
      conversion.lab.declarations.append(
        ImportedDeclaration(id(key), in: conversion.label, volume.call, at: volume.place, isListed: false))
    }
  }

  private func convertFrom(_ from: ComposeCursor, _ container: ContainerConversion) {
    let parts = (from.text ?? "").split(separator: ":").map(String.init)
    guard let other = parts.first, other != "container", let service = root["services"]?[other] else {
      return from.drop("a container outside the project is not imported with it")
    }
    from.change("the volumes of '\(other)'")
    let own = Set((container.service["volumes"]?.items ?? []).compactMap { $0["target"]?.text })
    for mount in service["volumes"]?.items ?? [] {
      guard mount["type"]?.text == "volume", let source = mount["source"]?.text, let target = mount["target"]?.text,
        !own.contains(target)
      else { continue }
      claim(
        source, key: source, target, subPath: nil, readOnly: parts.last == "ro" || mount["read_only"]?.isTrue == true,
        at: from.place, container)
    }
  }
}
