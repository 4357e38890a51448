import Diagnostics
import LabLanguage
import LabModel

extension ResolvedLab {
  /// What networks say of something, each text once, in the order in which the lab lists the networks.
  func settings(of networks: Set<ThingID>, _ setting: (Network) -> [String]) -> [String] {
    var seen: Set<String> = []
    return all(Network.self).filter { networks.contains($0.id) }.flatMap(setting).filter { seen.insert($0).inserted }
  }
}
