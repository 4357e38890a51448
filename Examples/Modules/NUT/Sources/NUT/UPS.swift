import RackbookModules

/// An uninterruptible power supply, and the machines that shut down in order before its battery is empty (Network UPS
/// Tools).
///
/// ```swift
/// let ups = UPS(
///   "rack-ups", on: nas, driver: "usbhid-ups", password: SecretReference("homelab/ups", key: "password")
/// ) {
///   node1
///   node2
/// }
/// ```
///
/// One machine has its cable and asks it; the others ask that machine. When the battery is low, the others shut down
/// first. Emits two Ansible roles with NUT's configuration, a scrape target, alerts, two runbooks. Raises `NUT001` to
/// `NUT003`.
public struct UPS: Component {
  /// The port on which the machine with the cable answers.
  public static let port = 3493

  /// Its identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The machine with the cable.
  public let server: any Machine
  /// The program that speaks with it, as NUT calls it.
  public let driver: String
  /// The password with which the machines ask.
  public let password: SecretReference
  /// How long a power cut lasts before the machines that only ask shut down.
  public let patience: Interval
  /// The machines that only ask.
  public let clients: [any Machine]

  /// Declares a UPS.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - server: The machine with the cable.
  ///   - driver: The program that speaks with it: `usbhid-ups` for nearly all with USB.
  ///   - password: The password with which the machines ask.
  ///   - patience: How long a power cut lasts before the other machines shut down; five minutes unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - clients: The other machines that it feeds.
  public init(
    _ name: String, on server: any Machine, driver: String = "usbhid-ups", password: SecretReference,
    patience: Interval = .minutes(5), file: StaticString = #fileID, line: UInt = #line,
    @Parts<any Machine> clients: () -> [any Machine] = { [] }
  ) {
    self.id = ThingID("ups", name)
    self.declared = SourceLocation(file, line)
    self.server = server
    self.driver = driver
    self.password = password
    self.patience = patience
    self.clients = clients()
  }

  /// Who asks it, and whom that keeps safe.
  public var summary: String { "power supply of \(([server] + clients).map(\.name).joined(separator: ", "))" }

  /// Without it, the machines have no power.
  public var relations: [Relation] { ([server] + clients).map { Relation(.carries, $0.id) } }

  /// Where the other machines ask.
  public var listeners: [Listener] { [Listener(on: server.id, port: Self.port, use: "\(id)")] }

  /// Cable, driver, machines, secret.
  public var facts: [Fact] {
    [
      Fact("server", "Cable at", server.name, link: server.id),
      Fact("server-address", "Asked at", server.address.text, link: server.id), Fact("driver", "Driver", driver),
    ] + clients.map { Fact("client", "Feeds", $0.name, link: $0.id) } + [
      Fact("patience", "Patience", "\(patience)"), Fact("secret", "Password", "\(password)"),
    ]
  }
}
