import Diagnostics
import LabModel

/// The stretch of a network's addresses that MetalLB assigns to services; nothing else may hold an address in it.
///
/// ```swift
/// Network("lan", "192.168.10.0/24") { MetalLBPool("default-pool", from: "192.168.10.100", to: "192.168.10.150") }
/// ```
public struct MetalLBPool: NetworkPart {
  /// How the addresses of a pool are made known.
  public enum Announcement: String, Sendable, Hashable, CaseIterable {
    /// One node answers ARP for each address: the pool lies in a network that nodes are on.
    case layer2 = "layer 2"
    /// Nodes tell a router the way; see ``BGPPeer``.
    case bgp = "BGP"
  }

  /// Its name in MetalLB.
  public let name: String
  /// What was written as its first address.
  public let first: String
  /// What was written as its last address.
  public let last: String
  /// How its addresses are made known.
  public let announcement: Announcement
  /// Whether a service that asks for no certain address may get one of these.
  public let isAssignedFreely: Bool
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares the pool.
  ///
  /// - Parameters:
  ///   - name: Its name in MetalLB.
  ///   - first: Its first address.
  ///   - last: Its last address.
  ///   - announcement: How its addresses are made known; layer 2 unless said otherwise.
  ///   - isAssignedFreely: Whether a service that asks for no certain address may get one of these; yes unless said
  ///     otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, from first: String, to last: String, announcedBy announcement: Announcement = .layer2,
    isAssignedFreely: Bool = true, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.first = first
    self.last = last
    self.announcement = announcement
    self.isAssignedFreely = isAssignedFreely
    self.declared = SourceLocation(file, line)
  }

  /// The stretch on a network.
  public func range(on network: ThingID) -> AddressRange? {
    AddressRange(name, use: .serviceAddresses, network: network, from: first, to: last, declared: declared)
  }
}
