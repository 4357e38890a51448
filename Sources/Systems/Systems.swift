import Blueprint

/// The systems that ship, one line each.
public let systems: [any System.Type] = [
  LoadBalancer.self,
  KubesprayCluster.self,
]
