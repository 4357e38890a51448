import Diagnostics
import LabModel

/// A bridge of a Proxmox host: the switch inside it that VMs are plugged into.
///
/// ```swift
/// let pve1 = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64)) {
///   Bridge("vmbr0", vlans: [20, 30])
///   Bridge("vmbr1", at: storage["192.168.2.21"], mtu: 9000)
/// }
/// ```
///
/// A host without any is taken to have whatever bridges its networks name. Emits nothing: it is what the host is checked
/// against.
public struct Bridge: HostPart, Hashable {
  /// Its name in Proxmox.
  public let name: String
  /// The host's own address on it; nil where it has none, or the one that `at:` gave the host.
  public let address: NetworkAddress?
  /// The VLAN tags that it and the switch port behind it carry; nil where it carries all.
  public let vlans: [Int]?
  /// The VLAN that the switch port gives untagged packets to; nil where it is unknown.
  public let nativeVLAN: Int?
  /// Its largest packet, in bytes.
  public let mtu: Int
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a bridge.
  ///
  /// - Parameters:
  ///   - name: Its name in Proxmox, such as `vmbr0`.
  ///   - address: The host's own address on it, beside the one that `at:` gave the host.
  ///   - vlans: The VLAN tags that it and the switch port behind it carry; all unless said otherwise.
  ///   - nativeVLAN: The VLAN that the switch port gives untagged packets to; unknown unless said otherwise.
  ///   - mtu: Its largest packet, in bytes; 1500 unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at address: NetworkAddress? = nil, vlans: [Int]? = nil, nativeVLAN: Int? = nil, mtu: Int = 1500,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.address = address
    self.vlans = vlans
    self.nativeVLAN = nativeVLAN
    self.mtu = mtu
    self.declared = SourceLocation(file, line)
  }

  /// What is known of it, as people read it.
  public var description: String {
    let parts = [
      address?.text, vlans.map { "VLANs \($0.map(String.init).joined(separator: ", "))" },
      nativeVLAN.map { "untagged is VLAN \($0)" }, "MTU \(mtu)",
    ]
    return parts.compactMap { $0 }.joined(separator: "; ")
  }
}

/// What may stand in the braces of a ``ProxmoxHost``.
public protocol HostPart: Sendable {}
