import SourceDocuments

/// Reads volumes of pods that are no claims of their own.
struct VolumeReading {
  let manifest: Manifest

  private var ledger: Ledger { manifest.ledger }

  /// Whether there is a word for a kind of volume.
  static func hasWord(_ node: SourceNode) -> Bool {
    ["emptyDir", "persistentVolumeClaim", "spec"].contains { node[$0] != nil }
      || node["hostPath"]?["path"]?.text != nil
      || node["nfs"]?["server"]?.text != nil && node["nfs"]?["path"]?.text != nil
  }

  /// A volume as a part of a service; nil for kinds without a word.
  func part(_ node: SourceNode, _ name: String, _ mount: VolumeMount?) -> SwiftExpression? {
    if let empty = node["emptyDir"] {
      ledger.carry(node["name"])
      var call = SwiftCall("EmptyDir", [.init(.text(name))], at: node.place)
      call.add("at", mount?.path)
      call.add(
        "limit",
        empty["sizeLimit"].flatMap { limit in
          limit.text.flatMap(Quantity.bytes).map { bytes in
            ledger.carry(limit)
            return .size(bytes: bytes)
          }
        })
      call.add("inMemory", isTrue: empty["medium"].map { $0.text == "Memory" })
      ledger.carry(empty["medium"])
      if empty.entries.isEmpty { ledger.carry(empty) }
      return .call(call)
    }
    if let host = node["hostPath"], let path = ledger.text(host["path"]) {
      ledger.carry(node["name"])
      var call = SwiftCall("HostPath", [.init(.text(name)), .init(.text(path))], at: node.place)
      call.add("at", mount?.path)
      if let type = host["type"] {
        let member = Self.hostPathTypes[type.text ?? ""]
        if member != nil || type.text == "" { ledger.carry(type) }
        call.add("type", member.map { .member($0) })
      }
      call.add("readOnly", isTrue: mount?.isReadOnly)
      return .call(call)
    }
    if let nfs = node["nfs"], let server = ledger.text(nfs["server"]), let path = ledger.text(nfs["path"]) {
      ledger.carry(node["name"])
      var call = SwiftCall(
        "NFSVolume", [.init(.text(name)), .init("server", .text(server)), .init("path", .text(path))], at: node.place)
      call.add("at", mount?.path)
      call.add("readOnly", isTrue: (ledger.bool(nfs["readOnly"]) ?? false) || mount?.isReadOnly == true)
      return .call(call)
    }
    return nil
  }

  /// A claim that is not among the files.
  func existingClaim(_ node: SourceNode, _ name: String, _ mount: VolumeMount?) -> SwiftExpression? {
    guard let claim = node["persistentVolumeClaim"], let object = ledger.text(claim["claimName"]) else { return nil }
    ledger.carry(node["name"])
    var call = SwiftCall("ExistingClaim", [.init(.text(name)), .init("claim", .text(object))], at: node.place)
    call.add("at", mount?.path)
    call.add("readOnly", isTrue: (ledger.bool(claim["readOnly"]) ?? false) || mount?.isReadOnly == true)
    return .call(call)
  }

  private static let hostPathTypes = [
    "Directory": "directory", "DirectoryOrCreate": "directoryOrCreate", "File": "file", "FileOrCreate": "fileOrCreate",
    "Socket": "socket", "CharDevice": "characterDevice", "BlockDevice": "blockDevice",
  ]
}
