import Diagnostics
import LabLanguage
import LabModel

extension ResolvedLab {
  /// The name servers of networks, in the order in which the lab lists the networks.
  func nameServers(of networks: Set<ThingID>) -> [String] {
    all(Network.self).filter { networks.contains($0.id) }.flatMap(\.dns)
  }
}
