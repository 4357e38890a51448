import Documents
import LabModel

extension NamespaceResource: Resource {
  /// A namespace of a cluster.
  public static let kind = ResourceKind(
    "namespace", "namespace",
    removed: Consequence(.data, "everything in it is deleted, its claims of storage among it"),
    fields: [
      FieldRule(
        "shared-claims", "shared claims", removed: Consequence(.data, "what they hold may be deleted"))
    ])

  /// The claims that its workloads share; its name in the cluster tells it from others.
  public var fields: Node {
    .mapping([
      (
        "shared-claims",
        sharedClaims.isEmpty
          ? nil : .fields(sharedClaims.map { ($0.name, Node.int($0.size.bytes).from($0.origin)) })
      )
    ])
  }
}

extension StorageClassResource: Resource {
  private static let remade = Consequence(
    .replacement, "a class cannot change: it is made anew; volumes stay as they are")

  /// A class of volumes.
  public static let kind = ResourceKind(
    "storage-class", "class of volumes", removed: Consequence(.downtime, "claims that name it wait for a volume"),
    fields: [
      FieldRule("provisioner", "driver", remade), FieldRule("parameters", "parameters of the driver", remade),
      FieldRule("mount-options", "mount options", remade),
      FieldRule("keeps-data", "whether data outlives its claim", remade),
      FieldRule(
        "default", "whether it is the default", Consequence(.none, "claims that name no class get another one")),
    ])

  /// The driver, and how it makes volumes.
  public var fields: Node {
    .mapping([
      ("provisioner", .string(provisioner)),
      ("parameters", parameters.isEmpty ? nil : .fields(parameters.map { ($0.name, .string($0.value)) })),
      ("mount-options", mountOptions.isEmpty ? nil : .strings(mountOptions)),
      ("keeps-data", .bool(retains)), ("default", .bool(isDefault)),
    ])
  }
}
