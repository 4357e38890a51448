import Diagnostics
import LabModel

/// How a service is reached from outside its cluster: a host name, a port of a load balancer, a node port behind it.
public struct Exposure: Sendable, Hashable, CustomStringConvertible {
  /// The host name that clients use.
  public let host: String
  /// The load balancer they arrive at.
  public let frontend: ThingID
  /// The load balancer's port.
  public let port: Int
  /// The port on the cluster's nodes that the load balancer passes traffic to.
  public let nodePort: Int
  /// Where it was declared.
  public let declared: SourceLocation

  /// The address as clients write it.
  public var description: String { port == 80 ? "http://\(host)" : "http://\(host):\(port)" }
}

extension Service {
  /// Makes a service reachable from outside, through a load balancer.
  ///
  /// Emits a server with its upstream in the load balancer's nginx configuration, and a probe.
  ///
  /// - Parameters:
  ///   - host: The host name that clients use.
  ///   - frontend: The load balancer they arrive at.
  ///   - port: The load balancer's port, 1 to 65535; 80 unless said otherwise.
  ///   - nodePort: The port on the cluster's nodes, 30000 to 32767.
  ///   - file: Left out.
  ///   - line: Left out.
  /// - Returns: The service, exposed.
  public func exposed(
    at host: String, through frontend: any Frontend, port: Int = 80, nodePort: Int, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Service {
    var copy = self
    copy.exposures.append(
      Exposure(
        host: host, frontend: frontend.id, port: port, nodePort: nodePort, declared: SourceLocation(file, line)))
    return copy
  }

  /// States what the service does not work without: start order, diagrams and impact follow from it.
  ///
  /// - Parameter others: Services, machines, storage, anything of the lab.
  /// - Returns: The service with its needs.
  public func needs(_ others: any Component...) -> Service {
    var copy = self
    copy.needed += others.map(\.id)
    return copy
  }
}
