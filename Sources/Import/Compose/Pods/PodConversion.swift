import ComposeFile
import Diagnostics

/// Turns one service into a `Service` of the lab, together with those that share its network.
final class PodConversion {
  let conversion: ComposeConversion
  let root: ComposeCursor
  let volumes: ComposeVolumes
  let traffic: ComposeTraffic
  let leader: String
  let members: [String]
  /// What stands in the braces of the service, beside its containers.
  var parts: [SwiftExpression] = []
  var modifiers: [SwiftCall] = []
  var comments: [String] = []
  /// The arguments of `Pod(...)`, by label.
  var pod: [(String, SwiftExpression)] = []
  /// The names of the pod's volumes that are taken.
  var volumeNames: Set<String> = []
  /// The volumes of the pod by what they stand for, with their names.
  var ownVolumes: [String: String] = [:]
  /// The volumes that other pods mount as well.
  var sharedVolumes: Set<String> = []
  /// The annotations that are written already.
  var annotations: Set<String> = []
  /// The published ports, each once.
  var publications: [String: (order: Int, call: SwiftCall)] = [:]

  init(
    _ conversion: ComposeConversion, root: ComposeCursor, volumes: ComposeVolumes, traffic: ComposeTraffic,
    leader: String, members: [String]
  ) {
    self.conversion = conversion
    self.root = root
    self.volumes = volumes
    self.traffic = traffic
    self.leader = leader
    self.members = members
  }

  var text: ComposeText { conversion.text }

  func service(_ name: String) -> ComposeCursor? { root["services"]?[name] }

  func convert() {
    guard let service = service(leader) else { return }
    if let provider = service["provider"] {
      conversion.log.add(
        ComposeImportRules.notInLab.diagnostic(
          at: service.place, "'\(leader)' comes from a provider of this machine, and is not in the lab"))
      provider.drop("a provider is a program on the machine that runs Compose")
      service.dropRest("the service comes from a provider")
      return
    }
    var containers: [SwiftExpression] = []
    for name in [leader] + members {
      guard let service = self.service(name) else { continue }
      containers.append(.call(ContainerConversion(self, name: name, service: service).converted()))
    }
    for name in [leader] + members { convertPod(name) }
    convertWorkload(service)
    convertTraffic()
    let settings = Self.podLabels.compactMap { label in
      pod.first { $0.0 == label }.map { SwiftCall.Argument($0.0, $0.1) }
    }
    if !settings.isEmpty { parts.append(.call(SwiftCall("Pod", settings))) }
    declare(service, containers)
  }

  /// The arguments of `Pod`, in their order.
  private static let podLabels = [
    "hostNetwork", "hostPID", "hostIPC", "stopGrace", "hostname", "dnsPolicy", "runtimeClass", "supplementalGroups",
    "sysctls",
  ]

  private func declare(_ service: ComposeCursor, _ containers: [SwiftExpression]) {
    let id = conversion.serviceID(leader)
    let label = conversion.labels[leader] ?? id.name
    var arguments: [SwiftCall.Argument] = [.init(.text(id.name)), .init("in", .thing(conversion.namespace))]
    if label != id.name { arguments.append(.init("named", .text(label))) }
    if label != leader {
      conversion.log.add(
        ComposeImportRules.renamed.diagnostic(at: service.place, "'\(leader)' becomes '\(label)' in Kubernetes"))
    }
    let profiles = service["profiles"]?.items ?? []
    for profile in profiles { profile.change("the service is declared, and not listed in the lab") }
    if !profiles.isEmpty {
      let names = profiles.compactMap { $0.text.map(Placeholder.written) }.joined(separator: ", ")
      comments.append("Of profile \(names): list it in the environments that want it.")
    }
    conversion.lab.declarations.append(
      ImportedDeclaration(
        id, in: conversion.label,
        SwiftCall("Service", arguments, parts: containers + parts, modifiers: modifiers, at: service.place),
        at: service.place, comments: comments, isListed: profiles.isEmpty))
  }

  func set(_ label: String, _ value: SwiftExpression) {
    guard !pod.contains(where: { $0.0 == label }) else { return }
    pod.append((label, value))
  }
}
