// A thing's own facts, as far as no resource of it has a field of that name: what a plan says of networks, hosts and
// storage, of which nothing is made.
extension ResourceKind {
  /// What changes of the facts of a kind of thing mean.
  ///
  /// - Parameter kind: The kind of a thing's identity, such as `network`.
  /// - Returns: The rules; facts of kinds that are not known here are told without a risk.
  public static func facts(of kind: String) -> ResourceKind {
    let known = factRules[kind]
    return ResourceKind(
      "facts", kind, added: known?.added ?? .nothing, removed: known?.removed ?? .nothing,
      leftBehind: known?.leftBehind, fields: known?.fields ?? [])
  }

  private static let everyone = Consequence(.downtime, "everything on it needs new addresses")
  private static let otherNetwork = Consequence(.downtime, "machines on it are plugged into another network")

  private static let factRules: [String: ResourceKind] = [
    "network": ResourceKind(
      "facts", "network", leftBehind: "what switches and the router know of it",
      fields: [
        FieldRule("cidr", "CIDR", everyone), FieldRule("vlan", "VLAN", otherNetwork),
        FieldRule("bridge", "Proxmox bridge", otherNetwork), FieldRule("gateway", "gateway", everyone),
        FieldRule("mtu", "MTU", Consequence(.downtime, "large packets are lost until every device has the new one")),
      ]),
    "host": ResourceKind("facts", "host", leftBehind: "the host itself, and its place in the Proxmox cluster"),
    "nas": ResourceKind(
      "facts", "storage", removed: Consequence(.data, "what is stored on it has no other place"),
      leftBehind: "everything that is stored on it"),
    "pool": ResourceKind(
      "facts", "pool", removed: Consequence(.data, "what is stored in it has no other place"),
      leftBehind: "everything that is stored in it"),
    "storage-class": ResourceKind(
      "facts", "storage class", removed: Consequence(.data, "its volumes can no longer be made or grown"),
      leftBehind: "volumes that were made of it",
      fields: [
        FieldRule("pool", "pool", Consequence(.data, "new volumes lie elsewhere; those that are there stay")),
        FieldRule("protocol", "protocol", Consequence(.data, "a class cannot change: it must be made anew")),
      ]),
    "vip": ResourceKind(
      "facts", "address", removed: Consequence(.downtime, "nobody answers there"),
      fields: [
        FieldRule("address", "address", Consequence(.downtime, "whoever knows the old address finds nobody")),
        FieldRule("member", "held by", Consequence(.none, "who may hold the address")),
      ]),
    "namespace": ResourceKind(
      "facts", "namespace", removed: Consequence(.data, "everything in it goes with it"),
      fields: [FieldRule("cluster", "cluster", Consequence(.data, "everything in it is made anew elsewhere"))]),
  ]
}
