import Blueprint
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// Every service of a lab, in words that know no tool.
func services(of lab: ResolvedLab) -> [ServiceResource] {
  lab.all(Service.self).map { service in
    ServiceResource(
      owner: service.id, origin: service.declared, place: service.place,
      containers: service.containers.map {
        ServiceResource.Container(image: $0.image, ports: $0.ports.map(\.description), origin: $0.declared)
      },
      volumes: service.volumes.map {
        ServiceResource.Volume(
          name: $0.name, size: $0.size, storageClass: $0.storageClass.name, origin: $0.declared)
      },
      exposures: service.exposures.map {
        ServiceResource.Exposure(
          host: $0.host, frontend: $0.frontend.name, port: $0.port, nodePort: $0.nodePort, origin: $0.declared)
      },
      backup: backup(of: service), pods: pods(of: service))
  }
}

/// Everything that is said of a service's pods and is not told by containers, volumes and exposures.
private func pods(of service: Service) -> Node {
  var template = service.template
  template.volumes = []
  return ValueTree.node(template, leavingOut: ["image", "ports"]) ?? .mapping([])
}

private func backup(of service: Service) -> ServiceResource.Backup? {
  guard case .copied(let policy) = service.backup else { return nil }
  return ServiceResource.Backup(
    every: policy.every, keep: policy.keep, target: policy.target.name, rpo: policy.rpo, rto: policy.rto)
}
