import Diagnostics

/// A computer with an operating system that runs services or cluster nodes: a VM or a bare-metal host.
public protocol Machine: Place {
  /// Its address on its first network: where ssh and Ansible reach it.
  var address: NetworkAddress { get }
  /// How many processor cores it has.
  var cores: Int { get }
  /// How much memory it has.
  var memory: DataSize { get }
  /// What it runs.
  var operatingSystem: OperatingSystem { get }
  /// The host it dies with: the Proxmox host of a VM, itself for bare metal.
  var failureDomain: ThingID { get }
}

extension Machine {
  /// One interface, with its address.
  public var interfaces: [NetworkInterface] { [NetworkInterface("net0", address, declared: declared)] }
}

/// Where a service can run: a namespace of a cluster, a machine, a NAS.
public protocol Place: Component {}
