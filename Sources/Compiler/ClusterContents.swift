import Blueprint
import Diagnostics
import Hashing
import LabLanguage
import LabModel

/// What is to run in each cluster: namespaces, services as workloads, their claims and classes of storage.
func clusterContents(of lab: ResolvedLab) -> [ClusterContents] {
  // A service without a container is only described.
  let running = lab.all(Service.self).filter { $0.cluster != nil && !$0.containers.isEmpty }
  let services = Dictionary(grouping: running, by: \.place)
  let namespaces = Dictionary(grouping: lab.all(Namespace.self), by: \.cluster)
  let traffic = WorkloadTraffic(of: lab)
  return lab.all((any Cluster).self).map { cluster in
    let kubernetes = cluster.facts.first { $0.key == "kubernetes" }?.value ?? ""
    var contents = ClusterContents(cluster: cluster.id, origin: cluster.declared, kubernetes: kubernetes)
    var classes: Set<ThingID> = []
    for namespace in namespaces[cluster.id] ?? [] {
      let inside = services[namespace.id] ?? []
      var resource = NamespaceResource(owner: namespace.id, origin: namespace.declared, name: namespace.objectName)
      resource.workloads = inside.map { service in
        workload(service, in: namespace, kubernetes: kubernetes, traffic: traffic, lab)
      }
      resource.sharedClaims = sharedClaims(of: resource.workloads)
      contents.namespaces.append(resource)
      for volume in inside.flatMap(\.volumes) where volume.persistentVolume == nil {
        classes.insert(volume.storageClass)
      }
    }
    contents.storageClasses = lab.all(StorageClass.self).filter { classes.contains($0.id) && $0.cluster == nil }
      .map(storageClass)
    return contents
  }
}

private func workload(
  _ service: Service, in namespace: Namespace, kubernetes: String, traffic: WorkloadTraffic, _ lab: ResolvedLab
) -> WorkloadResource {
  var workload = WorkloadResource(
    owner: service.id, origin: service.declared, cluster: namespace.cluster, namespace: namespace.objectName,
    name: service.objectName, template: service.template)
  workload.claims = service.volumes.map { volume in
    let storageClass: StorageClass? = lab.thing(volume.storageClass)
    let isNamed = storageClass?.isClusterDefault != true
    return WorkloadResource.ClaimUse(
      volume: volume.name, claim: claim(of: volume, service, namesClass: isNamed), isOwn: !volume.isShared)
  }
  if let target = service.containers.first?.ports.first?.number {
    workload.nodePorts = service.exposures.map {
      WorkloadResource.NodePort(port: $0.nodePort, target: target, origin: $0.declared)
    }
  }
  workload.waits = service.waits.compactMap { wait in
    guard let other: Service = lab.thing(wait.service), let place: Namespace = lab.thing(other.place) else {
      return nil
    }
    return WorkloadResource.Wait(
      name: other.objectName, namespace: place.objectName,
      port: wait.condition == .ready ? other.containers.first?.ports.first?.number : nil, kubernetes: kubernetes,
      origin: wait.declared)
  }
  workload.traffic = service.isolationWaiver == nil ? traffic.traffic(of: service) : nil
  workload.configDigest = configDigest(of: service.template)
  return workload
}

private func claim(of volume: Volume, _ service: Service, namesClass: Bool) -> ClaimResource {
  let replicas = service.template.workload?.replicas ?? (service.template.workload == nil ? 1 : Int.max)
  let serves = volume.isShared || replicas > 1
  let access = volume.access ?? (serves && volume.classIsShared ? .readWriteMany : .readWriteOnce)
  return ClaimResource(
    owner: service.id, origin: volume.declared,
    name: volume.claim ?? (volume.isShared ? volume.name : "\(service.objectName)-\(volume.name)"), size: volume.size,
    storageClass: namesClass ? volume.storageClass.name : nil, access: access.rawValue,
    persistentVolume: volume.persistentVolume)
}

/// Each shared claim once, in the order of the first workload that names it.
private func sharedClaims(of workloads: [WorkloadResource]) -> [ClaimResource] {
  var seen: Set<String> = []
  return workloads.flatMap(\.claims).filter { !$0.isOwn && seen.insert($0.claim.name).inserted }.map(\.claim)
}

private func storageClass(_ made: StorageClass) -> StorageClassResource {
  StorageClassResource(
    owner: made.id, origin: made.declared, provisioner: made.provisioner,
    parameters: made.parameters.map { StorageClassResource.Parameter($0.name, $0.value) },
    mountOptions: made.mountOptions,
    retains: made.reclaim == .retain, isDefault: made.isDefault)
}

/// The first half of the SHA-256 of every file's name and text.
private func configDigest(of template: PodTemplate) -> String? {
  let containers = template.containers + template.initContainers.map(\.container)
  var bytes: [UInt8] = []
  for file in containers.flatMap(\.settings.configFiles) {
    bytes += Array(file.name.utf8) + [0]
    bytes += Array(file.content.utf8) + [0]
  }
  return bytes.isEmpty ? nil : String(SHA256.hex(of: bytes).prefix(32))
}
