import LabModel

// What the compiler says about a word in the wrong braces. Each overload is unavailable: it exists for its message. The
// last one of each pair of braces takes whatever no other takes, so that no mistake is answered with "no exact matches in
// call"; that costs no measurable time, because it is considered only where nothing available fits.

extension Parts where Part == any Component {
  /// A container outside of a service.
  @available(*, unavailable, message: "a Container belongs in the braces of a Service, not directly in a lab")
  public static func buildExpression(_ part: Container) -> [Part] { [] }
  /// A volume outside of a service.
  @available(*, unavailable, message: "a Volume belongs in the braces of a Service, not directly in a lab")
  public static func buildExpression(_ part: Volume) -> [Part] { [] }
  /// An alert outside of a service.
  @available(*, unavailable, message: "an Alert belongs in the braces of the Service that it watches")
  public static func buildExpression(_ part: Alert) -> [Part] { [] }
  /// A part of a container outside of a service.
  @available(
    *, unavailable, message: "this part belongs in the braces of a Container, or of its Service, not directly in a lab"
  )
  public static func buildExpression(_ part: any ContainerPart) -> [Part] { [] }
  /// A part of a service outside of one.
  @available(*, unavailable, message: "this part belongs in the braces of a Service, not directly in a lab")
  public static func buildExpression(_ part: any ServicePart) -> [Part] { [] }
  /// A DHCP range outside of a network.
  @available(*, unavailable, message: "a DHCP range belongs in the braces of a Network")
  public static func buildExpression(_ part: DHCP) -> [Part] { [] }
  /// A reserved stretch outside of a network.
  @available(*, unavailable, message: "a Reserved stretch belongs in the braces of a Network")
  public static func buildExpression(_ part: Reserved) -> [Part] { [] }
  /// A pool of addresses outside of a network.
  @available(*, unavailable, message: "a MetalLBPool belongs in the braces of a Network")
  public static func buildExpression(_ part: MetalLBPool) -> [Part] { [] }
  /// A route outside of a network.
  @available(*, unavailable, message: "a Route belongs in the braces of the Network whose router takes it")
  public static func buildExpression(_ part: Route) -> [Part] { [] }
  /// An interface outside of a machine.
  @available(*, unavailable, message: "a NIC belongs in the braces of a VM, a BareMetalHost or a NAS")
  public static func buildExpression(_ part: NIC) -> [Part] { [] }
  /// A bridge outside of a host.
  @available(*, unavailable, message: "a Bridge belongs in the braces of a ProxmoxHost")
  public static func buildExpression(_ part: Bridge) -> [Part] { [] }
  /// A record outside of a zone.
  @available(*, unavailable, message: "a DNSRecord belongs in the braces of a DNSZone")
  public static func buildExpression(_ part: DNSRecord) -> [Part] { [] }
  /// An address on its own.
  @available(*, unavailable, message: "an address belongs to a thing, as in VM(..., at: network[\"...\"])")
  public static func buildExpression(_ part: NetworkAddress) -> [Part] { [] }
  /// What is no thing of a lab.
  @available(
    *, unavailable,
    message: "only things such as Network, VM or Service stand in a lab; compute values before the braces"
  )
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == any ServicePart {
  /// A pool inside a service.
  @available(*, unavailable, message: "a Pool belongs in the braces of a NAS; a Service takes a Volume")
  public static func buildExpression(_ part: Pool) -> [Part] { [] }
  /// A port on its own.
  @available(
    *, unavailable, message: "a port belongs to a Container: Container(\"...\", port: 80); for clients, use Publish"
  )
  public static func buildExpression(_ part: Port) -> [Part] { [] }
  /// A secret on its own.
  @available(
    *, unavailable,
    message: "a SecretReference belongs in an Environment(\"NAME\", from: ...) or a SecretFile"
  )
  public static func buildExpression(_ part: SecretReference) -> [Part] { [] }
  /// A thing of the lab inside a service.
  @available(
    *, unavailable,
    message: "only parts such as Container and Volume stand in a Service; declare this in the lab and refer to it"
  )
  public static func buildExpression(_ part: any Component) -> [Part] { [] }
  /// What is no part of a service.
  @available(
    *, unavailable,
    message: "only parts such as Container, Volume and Environment stand in a Service; compute values before the braces"
  )
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == any NetworkPart {
  /// A thing of the lab inside a network.
  @available(
    *, unavailable,
    message: "only ranges and routes stand in a Network; a machine takes its address with at: network[\"...\"]"
  )
  public static func buildExpression(_ part: any Component) -> [Part] { [] }
  /// What is no part of a network.
  @available(*, unavailable, message: "only DHCP, MetalLBPool, Reserved and Route stand in a Network")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == any StoragePart {
  /// A volume inside a NAS.
  @available(*, unavailable, message: "only Pool and NIC stand in a NAS; a Volume belongs in the braces of a Service")
  public static func buildExpression(_ part: Volume) -> [Part] { [] }
  /// What is no part of a NAS.
  @available(*, unavailable, message: "only Pool and NIC stand in a NAS")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == any MachinePart {
  /// A bridge inside a machine.
  @available(*, unavailable, message: "a Bridge belongs in the braces of a ProxmoxHost; a machine takes a NIC")
  public static func buildExpression(_ part: Bridge) -> [Part] { [] }
  /// An address without its interface.
  @available(*, unavailable, message: "a further address stands in a NIC, as in NIC(storage[\"...\"])")
  public static func buildExpression(_ part: NetworkAddress) -> [Part] { [] }
  /// What is no part of a machine.
  @available(*, unavailable, message: "only NIC stands in a machine")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == any HostPart {
  /// An interface inside a host.
  @available(*, unavailable, message: "a NIC belongs in the braces of a VM; a ProxmoxHost takes a Bridge")
  public static func buildExpression(_ part: NIC) -> [Part] { [] }
  /// What is no part of a host.
  @available(*, unavailable, message: "only Bridge stands in a ProxmoxHost")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == DNSRecord {
  /// What is no record.
  @available(*, unavailable, message: "only DNSRecord stands in a DNSZone")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == Site {
  /// What is no site.
  @available(*, unavailable, message: "only Site stands in a VPN")
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}

extension Parts where Part == any ContainerPart {
  /// A volume inside a container.
  @available(
    *, unavailable,
    message: "a Volume belongs in the braces of the Service; the Container sees it with Mount(\"name\", at: \"/path\")"
  )
  public static func buildExpression(_ part: Volume) -> [Part] { [] }
  /// A part of a service inside a container.
  @available(*, unavailable, message: "this part belongs in the braces of the Service, not of one of its containers")
  public static func buildExpression(_ part: any ServicePart) -> [Part] { [] }
  /// A secret on its own.
  @available(
    *, unavailable,
    message: "a SecretReference belongs in an Environment(\"NAME\", from: ...) or a SecretFile"
  )
  public static func buildExpression(_ part: SecretReference) -> [Part] { [] }
  /// What is no part of a container.
  @available(
    *, unavailable,
    message: "only parts such as Environment, Mount and Probe stand in a Container"
  )
  public static func buildExpression(_ part: any Sendable) -> [Part] { [] }
}
