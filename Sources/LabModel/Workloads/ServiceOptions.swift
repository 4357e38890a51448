import Diagnostics

/// How the Kubernetes Service of a service behaves.
///
/// ```swift
/// ServiceOptions(isHeadless: true)
/// ServiceOptions(externalTraffic: .local)
/// ```
public struct ServiceOptions: Sendable, Hashable {
  /// Where traffic from outside may go.
  public enum ExternalTraffic: String, Sendable, Hashable, CaseIterable {
    /// To pods on any node; they see the node's address as the client's.
    case cluster = "Cluster"
    /// To pods on the node where it arrived; they see the client's address.
    case local = "Local"
  }

  /// Whether its name leads to the pods themselves instead of one address.
  public let isHeadless: Bool
  /// Whether a client stays with the pod that it had first.
  public let hasStickyClients: Bool
  /// Whether pods are found before they are ready.
  public let publishesNotReady: Bool
  /// Where traffic from outside may go; nil for anywhere.
  public let externalTraffic: ExternalTraffic?
  /// Which load balancer of the cluster takes it; nil for the default.
  public let loadBalancerClass: String?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares how the Kubernetes Service behaves.
  ///
  /// - Parameters:
  ///   - isHeadless: Whether its name leads to the pods themselves instead of one address.
  ///   - hasStickyClients: Whether a client stays with the pod that it had first (`sessionAffinity: ClientIP`).
  ///   - publishesNotReady: Whether pods are found before they are ready.
  ///   - externalTraffic: Where traffic from outside may go; anywhere unless said otherwise.
  ///   - loadBalancerClass: Which load balancer of the cluster takes it; the default one unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    isHeadless: Bool = false, hasStickyClients: Bool = false, publishesNotReady: Bool = false,
    externalTraffic: ExternalTraffic? = nil, loadBalancerClass: String? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.isHeadless = isHeadless
    self.hasStickyClients = hasStickyClients
    self.publishesNotReady = publishesNotReady
    self.externalTraffic = externalTraffic
    self.loadBalancerClass = loadBalancerClass
    self.declared = SourceLocation(file, line)
  }
}
