import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension ResolvedLab {
  /// Every address with the thing that holds it, in the order of declaration.
  ///
  /// A thing that speaks of an address which one of its parts holds, as a load balancer does of its VIP, is left out: the
  /// part is the holder.
  var holdings: [(holder: ThingID, address: NetworkAddress)] {
    things.flatMap { thing in
      let heldByParts = Set(thing.parts.flatMap(\.addresses))
      return thing.addresses.filter { !heldByParts.contains($0) }.map { (thing.id, $0) }
    }
  }

  /// Every range that is handed out or kept free, with the thing that declared it.
  var handedOut: [(range: AddressRange, owner: ThingID)] {
    things.flatMap { thing in thing.addressRanges.map { ($0, thing.id) } }
  }

  /// The addresses of a network, or nil where it is not listed or its CIDR cannot be read.
  func cidr(of network: ThingID) -> IPv4Network? { thing(network, as: Network.self)?.cidr }
}
