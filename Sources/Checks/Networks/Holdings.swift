import Blueprint
import Diagnostics
import LabLanguage
import LabModel

/// Ranges with what declared them, found by address.
typealias RangeIndex = AddressIndex<(range: AddressRange, owner: ThingID)>

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

  /// What is handed out of each network or kept free, found by address; ranges that cannot be read are left out.
  ///
  /// - Parameter use: Which ranges count; all of them unless said otherwise.
  /// - Returns: The ranges of each network, with what declared them.
  func rangesByAddress(for use: AddressRange.Use? = nil) -> [ThingID: RangeIndex] {
    Dictionary(grouping: handedOut.filter { use == nil || $0.range.use == use }, by: \.range.network).mapValues {
      ranges in
      RangeIndex(ranges.compactMap { item in item.range.bounds.map { ($0, item) } })
    }
  }

  /// The networks that can be read, found by address.
  var networksByAddress: AddressIndex<Network> {
    AddressIndex(all(Network.self).compactMap { network in network.cidr.map { ($0.bounds, network) } })
  }

  /// The addresses of a network, or nil where it is not listed or its CIDR cannot be read.
  func cidr(of network: ThingID) -> IPv4Network? { thing(network, as: Network.self)?.cidr }
}
