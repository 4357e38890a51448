import Blueprint
import Diagnostics
import Documents
import LabModel

// The volumes of a pod, and where its containers see them.
extension WorkloadManifests {
  var volumes: [Node] {
    claimVolumes + template.volumes.map { volume($0).from($0.declared) } + fileVolumes + waitingVolume
  }

  private var claimVolumes: [Node] {
    workload.claims.filter { !(hasClaimTemplates && $0.isOwn) }.map { use in
      Node.mapping([
        ("name", .string(use.volume)), ("persistentVolumeClaim", ["claimName": .string(use.claim.name)]),
      ]).from(use.claim.origin)
    }
  }

  private func volume(_ volume: PodVolume) -> Node {
    let source: (String, Node?) =
      switch volume {
      case .emptyDir(let folder):
        (
          "emptyDir",
          .mapping([
            ("medium", folder.isInMemory ? "Memory" : nil),
            ("sizeLimit", folder.limit.map { .string($0.kubernetes) }),
          ])
        )
      case .hostPath(let path):
        ("hostPath", .mapping([("path", .string(path.path)), ("type", path.kind.map { .string($0.rawValue) })]))
      case .nfs(let share):
        (
          "nfs",
          .mapping([
            ("server", .string(share.server)), ("path", .string(share.path)),
            ("readOnly", share.readOnly ? true : nil),
          ])
        )
      case .existingClaim(let claim):
        (
          "persistentVolumeClaim",
          .mapping([("claimName", .string(claim.claim)), ("readOnly", claim.readOnly ? true : nil)])
        )
      }
    return .mapping([("name", .string(volume.name)), source])
  }

  /// A mode belongs to a volume's item, so files are listed as items, each with its own.
  private var fileVolumes: [Node] {
    let containers = template.allContainers
    let config = containers.flatMap(\.settings.configFiles)
    let secret = containers.flatMap(\.settings.secretFiles)
    var volumes: [Node] = []
    if !config.isEmpty {
      let items = config.map { file in
        Node.mapping([
          ("key", .string(file.name)), ("path", .string(file.name)), ("mode", file.mode.map(Node.int)),
        ]).from(file.declared)
      }
      volumes.append([
        "name": .string(Self.configVolume),
        "configMap": ["name": .string(configName), "items": .sequence(items)],
      ])
    }
    if !secret.isEmpty {
      let items = secret.map { file in
        Node.mapping([
          ("key", .string(secrets.key(of: file.secret))), ("path", .string(file.name)),
          ("mode", file.mode.map(Node.int)),
        ]).from(file.declared)
      }
      volumes.append([
        "name": .string(Self.secretVolume),
        "secret": ["secretName": .string(secretName), "items": .sequence(items)],
      ])
    }
    return volumes
  }

  static let configVolume = "rackbook-config"
  static let secretVolume = "rackbook-secrets"

  func mounts(of container: Container) -> [Node] {
    let settings = container.settings
    let volumes = settings.mounts.map { mount in
      Node.mapping([
        ("name", .string(mount.volume)), ("mountPath", .string(mount.path)),
        ("subPath", mount.subPath.map(Node.string)), ("readOnly", mount.readOnly ? true : nil),
        ("mountPropagation", mount.propagation.map { .string($0.rawValue) }),
      ]).from(mount.declared)
    }
    let config = settings.configFiles.map { fileMount($0.name, at: $0.path, of: Self.configVolume, $0.declared) }
    let secret = settings.secretFiles.map { fileMount($0.name, at: $0.path, of: Self.secretVolume, $0.declared) }
    return volumes + config + secret
  }

  private func fileMount(_ name: String, at path: String, of volume: String, _ origin: SourceLocation) -> Node {
    Node.mapping([
      ("name", .string(volume)), ("mountPath", .string(path)), ("subPath", .string(name)), ("readOnly", true),
    ]).from(origin)
  }
}
