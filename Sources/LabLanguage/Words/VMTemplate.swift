import Diagnostics
import LabModel

/// A Proxmox template with cloud-init that VMs are cloned from.
///
/// ```swift
/// let ubuntu = VMTemplate("ubuntu-2404", id: 9000, on: pve1, operatingSystem: .ubuntu2404)
/// ```
public struct VMTemplate: Component {
  /// The template's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Its number in Proxmox.
  public let vmid: Int
  /// The host it lies on.
  public let host: ThingID
  /// What its clones run.
  public let operatingSystem: OperatingSystem

  /// Declares a template.
  ///
  /// - Parameters:
  ///   - name: Its name in Proxmox.
  ///   - vmid: Its number in Proxmox, 100 to 999999999.
  ///   - host: The host it lies on.
  ///   - operatingSystem: What its clones run.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, id vmid: Int, on host: ProxmoxHost, operatingSystem: OperatingSystem,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.id = ThingID("vm-template", name)
    self.declared = SourceLocation(file, line)
    self.vmid = vmid
    self.host = host.id
    self.operatingSystem = operatingSystem
  }

  /// System and number.
  public var summary: String { "template \(vmid), \(operatingSystem)" }
  /// Lies on its host.
  public var relations: [Relation] { [Relation(.storedOn, host)] }
  /// Number, host, system.
  public var facts: [Fact] {
    [
      Fact("vmid", "VMID", "\(vmid)"),
      Fact("host", "Host", host.name, link: host),
      Fact("os", "System", "\(operatingSystem)"),
    ]
  }
}
