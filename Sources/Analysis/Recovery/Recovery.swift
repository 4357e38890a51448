import Diagnostics
import LabModel

/// What is promised of recovery after the loss of a storage system, and what can be kept at best.
///
/// The times are those of moving data alone: new hardware, people and starting come on top. So a promise that is broken here
/// is broken for certain.
public struct Recovery: Sendable {
  /// A service whose data lies on a storage system.
  public struct Entry: Sendable, Hashable {
    /// The service.
    public var service: ThingID
    /// The storage system whose loss is assumed.
    public var lost: ThingID
    /// Where its copies are; nil where no copy or replica survives the loss.
    public var source: ThingID?
    /// How much is read back; zero where a replica takes over.
    public var amount: DataSize
    /// The most data, in time, that may be lost, as promised.
    public var promisedRPO: Interval?
    /// What is lost at worst; nil where everything is.
    public var rpo: Interval?
    /// How `rpo` comes about.
    public var rpoReason: String
    /// The longest time until it works again, as promised.
    public var promisedRTO: Interval?
    /// When it works again at best; nil where it never does.
    public var rto: Interval?
    /// How `rto` comes about.
    public var rtoReason: String

    /// Whether its promise about lost data is broken.
    public var breaksRPO: Bool { isLonger(rpo, than: promisedRPO) }
    /// Whether its promise about time is broken.
    public var breaksRTO: Bool { isLonger(rto, than: promisedRTO) }

    private func isLonger(_ time: Interval?, than promise: Interval?) -> Bool {
      guard let time, let promise else { return false }
      return time > promise
    }
  }

  /// In the order of storage systems, then of restoring.
  public let entries: [Entry]

  /// The entries of a service, one for each storage system that it has data on.
  public func entries(of service: ThingID) -> [Entry] { entries.filter { $0.service == service } }
}
