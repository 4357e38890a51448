import Diagnostics
import LabLanguage
import LabModel

/// What each thing needs to start or to be restored, stated or derived: secrets, images, names, drivers, copies.
struct StartNeeds {
  private(set) var needs: [Need] = []
  private let secretStores: [ThingID]
  private var exposed: [String: ThingID] = [:]

  init(_ lab: ResolvedLab) {
    let services = lab.all(Service.self)
    secretStores = services.filter(\.isSecretStore).map(\.id)
    for service in services {
      for exposure in service.exposures where exposed[exposure.host.lowercased()] == nil {
        exposed[exposure.host.lowercased()] = service.id
      }
    }
    for thing in lab.things { addStated(by: thing) }
    for service in services where !secretStores.isEmpty && service.template.readsSecrets {
      add(service.id, "reads its secrets from", secretStores, use: .start)
    }
    for service in services { addImages(of: service) }
    for service in services { addCopies(of: service) }
    addNames(lab)
  }

  private mutating func addStated(by thing: any Component) {
    for need in thing.startNeeds {
      let members: [ThingID] =
        switch need.target {
        case .thing(let other): [other]
        case .hostName(let name): exposed[name.lowercased()].map { [$0] } ?? []
        case .secretStore: secretStores
        }
      add(thing.id, need.words, members, use: .start)
    }
  }

  private mutating func addImages(of service: Service) {
    guard !exposed.isEmpty else { return }
    var seen: Set<ThingID> = []
    for container in service.containers {
      guard let registry = Self.registry(of: container.image), let holder = exposed[registry],
        seen.insert(holder).inserted
      else { continue }
      add(service.id, "pulls its images from", [holder], use: .start)
    }
  }

  private mutating func addCopies(of service: Service) {
    guard service.hasState, case .copied(let policy) = service.backup else { return }
    add(service.id, "is restored from", [policy.target], use: .restore)
  }

  /// Machines look names up while they start, at any of their network's name servers: no ring where one is outside of the lab.
  private mutating func addNames(_ lab: ResolvedLab) {
    let servers = NameServers(lab)
    var holders: [ThingID: [ThingID]] = [:]
    for network in lab.all(Network.self) where !network.dns.isEmpty {
      let things = servers.things(behind: network.dns)
      if things.allSatisfy({ !$0.isEmpty }) { holders[network.id] = things.flatMap { $0 } }
    }
    for machine in lab.all((any Machine).self) {
      guard let members = holders[machine.address.network], !members.contains(machine.id) else { continue }
      add(machine.id, "looks names up at", members, use: .names)
    }
  }

  private mutating func add(_ owner: ThingID, _ words: String, _ members: [ThingID], use: Requirement.Use) {
    guard !members.isEmpty else { return }
    needs.append(
      Need(owner: owner, members: members, required: 1, words: words, isGroup: false, use: use))
  }

  /// The registry that an image's name begins with, in lower case and without a port; nil for one of Docker Hub.
  static func registry(of image: String) -> String? {
    guard let slash = image.firstIndex(of: "/") else { return nil }
    let first = image[..<slash]
    guard first == "localhost" || first.contains(where: { $0 == "." || $0 == ":" }) else { return nil }
    return first.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first.map { $0.lowercased() }
  }
}

extension PodTemplate {
  /// Whether a container's environment, files or image come with a secret of the lab.
  fileprivate var readsSecrets: Bool {
    (containers + initContainers.map(\.container)).contains { container in
      !container.settings.secretFiles.isEmpty
        || container.settings.environment.contains { if case .secret = $0.value { true } else { false } }
    } || registryCredentials.contains { $0.secret != nil }
  }
}
