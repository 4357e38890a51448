import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1104 = Rule(
  "RB1104", .error, "a name in a namespace leads to one service, or to one claim",
  why: "Two objects of one kind and name are one object for Kubernetes: the one that is applied last wins.",
  remedy:
    "Give one of them another `named:`, `Alias` or `claim:`; a claim that several services share is a volume that is `.shared()`.",
  waivable: false)

extension Check {
  /// A name in a namespace leads to one service, or to one claim.
  static let objectNameBelongsToOneObject = Check(
    rb1104,
    bad: { .inCluster(named: "web") { Alias("web") } },
    good: { .inCluster(named: "web") { Alias("site") } },
    findings: { lab in
      var services: [Name: SourceLocation] = [:]
      var claims: [Name: (at: SourceLocation, isShared: Bool)] = [:]
      return lab.all(Service.self).filter { $0.cluster != nil }.flatMap { service in
        let names = [(service.objectName, service.declared)] + service.template.aliases.map { ($0.name, $0.declared) }
        let taken = names.compactMap { name, declared -> Diagnostic? in
          if !DNSName.isLabel(name) {
            return rb1104.diagnostic(
              about: service.id, at: declared, "'\(name)' is no DNS label and so no name in Kubernetes",
              fixes: [.label(near: name)].compactMap { $0 })
          }
          guard let first = services.updateValue(declared, forKey: Name(service.place, name)) else { return nil }
          return rb1104.diagnostic(
            about: service.id, at: declared, "another service in \(service.place) is called '\(name)'",
            notes: [Diagnostic.Note("the other one", at: first)])
        }
        return taken
          + service.volumes.compactMap { volume -> Diagnostic? in
            let name = volume.claim ?? (volume.isShared ? volume.name : "\(service.objectName)-\(volume.name)")
            guard let first = claims.updateValue((volume.declared, volume.isShared), forKey: Name(service.place, name)),
              !(first.isShared && volume.isShared && first.at == volume.declared)
            else { return nil }
            return rb1104.diagnostic(
              about: service.id, at: volume.declared, "another claim in \(service.place) is called '\(name)'",
              notes: [Diagnostic.Note("the other one", at: first.at)])
          }
      }
    })
}

private struct Name: Hashable {
  let place: ThingID
  let name: String

  init(_ place: ThingID, _ name: String) {
    self.place = place
    self.name = name
  }
}
