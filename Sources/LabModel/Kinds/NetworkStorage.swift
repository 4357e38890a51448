import Diagnostics

/// A machine that serves storage over the network.
public protocol NetworkStorage: Place {
  /// The address that data is served from.
  var address: NetworkAddress { get }
  /// What it runs, such as `TrueNAS 25.10`.
  var product: String { get }
}
