import Diagnostics

/// A machine that serves storage over the network.
public protocol NetworkStorage: Place {
  /// The address that data is served from.
  var address: NetworkAddress { get }
  /// What it runs, such as `TrueNAS 25.10`.
  var product: String { get }
  /// How fast copies that it keeps can be read back.
  var restoreThroughput: Throughput { get }
}

extension NetworkStorage {
  /// 100 MiB/s: what a gigabit link carries, less a tenth for everything that is not data.
  public var restoreThroughput: Throughput { .mibPerSecond(100) }
}
