import Diagnostics
import Documents
import LabModel

extension Recovery.Entry {
  /// The answer as a document, times in seconds.
  public var tree: Node {
    func seconds(_ interval: Interval?) -> Node? { interval.map { .int($0.seconds) } }
    return [
      "service": service.tree, "lost": lost.tree, "source": source?.tree, "bytes": .int(amount.bytes),
      "promisedRPOSeconds": seconds(promisedRPO), "rpoSeconds": seconds(rpo), "rpoBecause": .string(rpoReason),
      "promisedRTOSeconds": seconds(promisedRTO), "rtoSeconds": seconds(rto), "rtoBecause": .string(rtoReason),
      "keepsRPO": .bool(!breaksRPO), "keepsRTO": .bool(!breaksRTO),
    ]
  }
}
