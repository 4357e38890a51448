import Diagnostics
import LabModel

/// What a service waits for in another before its own containers start.
public struct Wait: Sendable, Hashable {
  /// The other service.
  public let service: ThingID
  /// What is waited for.
  public let condition: WaitCondition
  /// Where it was declared.
  public let declared: SourceLocation
}

extension Service {
  /// States that the service needs another one, and that its containers start only when that is ready or has ended.
  ///
  /// ```swift
  /// let shop = Service("shop", in: apps) { Container("shop:1.4.0", port: 80) }
  ///   .waits(for: database)
  ///   .waits(for: migration, until: .completed)
  /// ```
  ///
  /// - Parameters:
  ///   - other: The other service.
  ///   - condition: What is waited for; that it is ready unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  /// - Returns: The service, which waits.
  public func waits(
    for other: Service, until condition: WaitCondition = .ready, file: StaticString = #fileID, line: UInt = #line
  ) -> Service {
    var copy = self
    if !copy.needed.contains(other.id) { copy.needed.append(other.id) }
    copy.waits.append(Wait(service: other.id, condition: condition, declared: SourceLocation(file, line)))
    return copy
  }

  /// States that no network policy guards the service, and why.
  ///
  /// Without this its pods reach what it `needs` and name servers, and are reached by what needs it, through its
  /// exposures, and as `AllowEgress` and `AllowIngress` say.
  ///
  /// - Parameter reason: Why its traffic is not limited.
  /// - Returns: The service without a network policy.
  public func notIsolated(because reason: String) -> Service {
    var copy = self
    copy.isolationWaiver = reason
    return copy
  }
}
