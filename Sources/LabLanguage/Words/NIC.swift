import Diagnostics
import LabModel

/// A further network interface of a machine or a NAS, beside the one that `at:` gives it.
///
/// ```swift
/// let kube01 = VM(
///   "kube01", id: 223, on: pve3, at: lan["192.168.10.237"], cores: 8, memory: .gib(16), disk: .gib(200), store: tank,
///   from: ubuntu
/// ) {
///   NIC(storage["192.168.2.237"], mac: "BC:24:11:00:02:37")
/// }
/// ```
///
/// Emits a `network_device` with its address for Terraform; the machine's gateway stays the first network's.
public struct NIC: MachinePart, StoragePart, Hashable {
  /// Its address.
  public let address: NetworkAddress
  /// What was written as its MAC address.
  public let macText: String?
  /// Its largest packet in bytes; nil where it is that of its network.
  public let mtu: Int?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares an interface.
  ///
  /// - Parameters:
  ///   - address: Its address.
  ///   - mac: Its MAC address, six pairs of hexadecimal digits joined by colons; Proxmox's choice unless said otherwise.
  ///   - mtu: Its largest packet in bytes; that of its network unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ address: NetworkAddress, mac: String? = nil, mtu: Int? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.address = address
    self.macText = mac
    self.mtu = mtu
    self.declared = SourceLocation(file, line)
  }

  /// All interfaces of a thing: the one that `at:` gave it, then those in its braces.
  static func all(
    first address: NetworkAddress, mac: String? = nil, declared: SourceLocation, more: [NIC]
  ) -> [NetworkInterface] {
    [NetworkInterface("net0", address, mac: mac, declared: declared)]
      + more.enumerated().map { index, nic in
        NetworkInterface("net\(index + 1)", nic.address, mac: nic.macText, mtu: nic.mtu, declared: nic.declared)
      }
  }
}

/// What may stand in the braces of a machine.
public protocol MachinePart: Sendable {}

extension Component {
  /// What a person wants to know of the interfaces beside the first, and of its MAC address.
  var interfaceFacts: [Fact] {
    let macs = interfaces.prefix(1).compactMap(\.macText).map { Fact("mac", "MAC address", $0) }
    return macs
      + interfaces.dropFirst().map { interface in
        let mac = interface.macText.map { ", \($0)" } ?? ""
        return Fact(
          interface.name, "Interface \(interface.name)", interface.address.text + mac, link: interface.network)
      }
  }
}
