import Rackbook

/// The network of an environment, and the same hosts in each.
struct Addresses {
  let network: Network
  let prefix: String

  /// The address of a host by its last number.
  func host(_ number: Int) -> NetworkAddress { network["\(prefix).\(number)"] }
}

func network(_ stage: Stage) -> Addresses {
  let prefix =
    switch stage {
    case .staging: "10.20.1"
    case .production: "10.10.1"
    }
  return Addresses(
    network: Network("lan", "\(prefix).0/24", gateway: "\(prefix).1", dns: ["\(prefix).1"]), prefix: prefix)
}
