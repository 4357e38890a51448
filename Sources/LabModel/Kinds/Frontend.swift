import Diagnostics

/// A thing with an address of its own that passes traffic on to others: a load balancer with its VIP.
public protocol Frontend: Component {
  /// The address that clients use.
  var vip: NetworkAddress { get }
  /// The machines that can hold the address.
  var members: [ThingID] { get }
  /// The endpoints it fronts.
  var endpoints: [Endpoint] { get }
}
