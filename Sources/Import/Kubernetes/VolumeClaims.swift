import Diagnostics
import SourceDocuments

/// Claims of storage as volumes, with the classes that they are taken from.
///
/// A claim that several services use is declared once, and named in each of them.
final class VolumeClaims {
  private let options: ImportOptions
  private let cluster: SwiftExpression
  private let shared: Set<Manifest.Key>
  private var classPlaces: [String: SourceLocation] = [:]
  private var classNames: [String] = []
  private var unnamedClassPlace: SourceLocation?
  private var sharedIDs: [Manifest.Key: ThingID] = [:]
  /// Volumes that several services use.
  private(set) var declarations: [ImportedDeclaration] = []

  /// - Parameters:
  ///   - options: What the person decided.
  ///   - cluster: The cluster that classes stand in.
  ///   - shared: Claims that several services use.
  init(options: ImportOptions, cluster: SwiftExpression, shared: Set<Manifest.Key>) {
    self.options = options
    self.cluster = cluster
    self.shared = shared
  }

  /// The classes that volumes were taken from, as declarations.
  var classDeclarations: [ImportedDeclaration] {
    let named = classNames.map { name in
      ImportedDeclaration(
        ThingID("storage-class", name), in: "Storage",
        SwiftCall("StorageClass.existing", [.init(.text(name)), .init("in", cluster)]),
        at: classPlaces[name] ?? SourceLocation("", 0))
    }
    let unnamed = unnamedClassPlace.map { place in
      ImportedDeclaration(
        Self.unnamedClass, in: "Storage", SwiftCall("StorageClass.clusterDefault", [.init("in", cluster)]), at: place)
    }
    return named + (unnamed.map { [$0] } ?? [])
  }

  private static let unnamedClass = ThingID("storage-class", "cluster default")

  /// Whether a `Volume` says what a claim says: it asks for a size of a class, or of one volume that has no class.
  static func isExpressible(_ node: SourceNode) -> Bool {
    let spec = node["spec"]
    let name = spec?["storageClassName"]?.text
    let isOfClass = spec?["volumeName"] == nil ? name != "" : name == ""
    let isPlain = ["selector", "dataSource", "dataSourceRef", "volumeAttributesClassName"].allSatisfy {
      spec?[$0] == nil
    }
    return isOfClass && isPlain && spec?["volumeMode"]?.text != "Block"
      && (spec?["accessModes"]?.items.first?.text).flatMap { accessModes[$0] } != nil
      && spec?["resources"]?["requests"]?["storage"]?.text.flatMap(Quantity.bytes) != nil
  }

  /// The volume of a claim as a part of a service, and the name that mounts know it by; nil without a size.
  func volume(
    of claim: Manifest, called name: String, mountedAt mount: VolumeMount?
  ) -> (expression: SwiftExpression, name: String)? {
    guard shared.contains(claim.key) else {
      guard var call = call(claim.node, claim.ledger, name, claim: claim.name) else { return nil }
      claim.carryIdentity()
      place(mount, in: &call)
      return (.call(call), name)
    }
    if sharedIDs[claim.key] == nil {
      guard var call = call(claim.node, claim.ledger, claim.name, claim: nil) else { return nil }
      call.modifiers.append(SwiftCall("shared"))
      claim.carryIdentity()
      let id = ThingID("volume", "\(claim.namespace)/\(claim.name)")
      sharedIDs[claim.key] = id
      declarations.append(ImportedDeclaration(id, in: claim.namespace, call, at: claim.place, isListed: false))
    }
    guard let id = sharedIDs[claim.key] else { return nil }
    guard let mount else { return (.thing(id), claim.name) }
    var mounted = SwiftCall("mounted", [.init("at", .text(mount.path))])
    mounted.add("subPath", mount.subPath)
    mounted.add("readOnly", isTrue: mount.isReadOnly)
    return (.method(.thing(id), mounted), claim.name)
  }

  /// The volume of a template of a StatefulSet.
  func volume(
    ofTemplate node: SourceNode, _ ledger: Ledger, called name: String, mountedAt mount: VolumeMount?
  ) -> SwiftExpression? {
    guard var call = call(node, ledger, name, claim: nil) else { return nil }
    ledger.carry(node["metadata"]?["name"])
    for key in ["apiVersion", "kind"] { ledger.change(node[key], "a volume of a StatefulSet is a claim of each pod") }
    place(mount, in: &call)
    return .call(call)
  }

  private func place(_ mount: VolumeMount?, in call: inout SwiftCall) {
    guard let mount else { return }
    var arguments: [SwiftCall.Argument] = [.init("at", .text(mount.path))]
    if mount.isReadOnly { arguments.append(.init("readOnly", .boolean(true))) }
    call.arguments.insert(contentsOf: arguments, at: 3)
  }

  /// `Volume` with size, class, access and claim.
  private func call(_ node: SourceNode, _ ledger: Ledger, _ name: String, claim: String?) -> SwiftCall? {
    let spec = node["spec"]
    guard Self.isExpressible(node), let storage = spec?["resources"]?["requests"]?["storage"],
      let bytes = storage.text.flatMap(Quantity.bytes)
    else { return nil }
    ledger.carry(storage)
    var call = SwiftCall("Volume", [.init(.text(name)), .init(.size(bytes: bytes))], at: node.place)
    call.add("on", storageClass(spec?["storageClassName"], ledger, at: node.place))
    let modes = spec?["accessModes"]?.items ?? []
    if let first = modes.first, let member = Self.accessModes[first.text ?? ""] {
      ledger.carry(first)
      for other in modes.dropFirst() { ledger.drop(other, "a volume has one access mode") }
      // Of a class of the lab several nodes may be able to use a volume; the manifest says how many do.
      if member != "readWriteOnce" || options.storage != nil { call.add("access", .member(member)) }
    }
    call.add("claim", claim)
    call.add("persistentVolume", ledger.text(spec?["volumeName"]))
    if spec?["volumeMode"]?.text == "Filesystem" { ledger.carry(spec?["volumeMode"]) }
    return call
  }

  private static let accessModes = [
    "ReadWriteOnce": "readWriteOnce", "ReadWriteOncePod": "readWriteOncePod", "ReadWriteMany": "readWriteMany",
    "ReadOnlyMany": "readOnlyMany",
  ]

  private func storageClass(_ node: SourceNode?, _ ledger: Ledger, at place: SourceLocation) -> SwiftExpression {
    if let existing = options.storage {
      ledger.change(node, "the class that was asked for with --storage")
      return .existing(existing)
    }
    // Without a class the cluster takes its default, whose name the files do not hold.
    guard let name = ledger.text(node), !name.isEmpty else {
      unnamedClassPlace = unnamedClassPlace ?? place
      return .thing(Self.unnamedClass)
    }
    if classPlaces.updateValue(node?.place ?? place, forKey: name) == nil { classNames.append(name) }
    return .thing(ThingID("storage-class", name))
  }
}
