import Diagnostics

/// Anything that stands in a lab: a network, a host, a service, a system of one's own.
///
/// A component is a plain value. What the rest of Rackbook has to know of it, it tells through the facets below, so that
/// a check on addresses, a diagram or a portal page works for kinds that it has never heard of.
public protocol Component: Sendable {
  /// Its identity: kind and name.
  var id: ThingID { get }
  /// Where it was declared.
  var declared: SourceLocation { get }
  /// What it is, in one phrase without a full stop, for lists and search.
  var summary: String { get }
  /// Things declared inside it that stand in the lab in their own right, such as the VMs of a cluster.
  var parts: [any Component] { get }
  /// What it has to do with other things.
  var relations: [Relation] { get }
  /// The addresses it holds.
  var addresses: [NetworkAddress] { get }
  /// How it is plugged into networks, the first interface first.
  var interfaces: [NetworkInterface] { get }
  /// The stretches of addresses that it hands out or keeps free.
  var addressRanges: [AddressRange] { get }
  /// The ports it listens on.
  var listeners: [Listener] { get }
  /// What a person wants to know of it, in reading order; runbooks name the same facts in placeholders.
  var facts: [Fact] { get }
  /// The alerts that watch it.
  var alerts: [Alert] { get }
  /// The groups of things of which it needs some, not all; a relation to a member of one is no dependency of its own.
  var redundancy: [RedundancyGroup] { get }
  /// What it needs to start, beyond what it needs to go on working.
  var startNeeds: [StartNeed] { get }
  /// The step that stands in for it while the lab starts and it is not there yet; nil where there is none.
  var breakGlass: String? { get }
}

extension Component {
  /// Nothing inside.
  public var parts: [any Component] { [] }
  /// Nothing to do with others.
  public var relations: [Relation] { [] }
  /// No address.
  public var addresses: [NetworkAddress] { [] }
  /// None that is known of.
  public var interfaces: [NetworkInterface] { [] }
  /// No range.
  public var addressRanges: [AddressRange] { [] }
  /// No port.
  public var listeners: [Listener] { [] }
  /// No alert.
  public var alerts: [Alert] { [] }
  /// Any one of the things that can hold its address.
  public var redundancy: [RedundancyGroup] {
    let holders = relations.filter { $0.kind == .heldBy }.map(\.other)
    return holders.isEmpty ? [] : [.anyOne("machines that can hold its address", of: holders)]
  }
  /// Nothing.
  public var startNeeds: [StartNeed] { [] }
  /// None.
  public var breakGlass: String? { nil }
  /// The name that the lab gave it.
  public var name: String { id.name }
}
