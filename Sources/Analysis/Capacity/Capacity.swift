import Diagnostics
import LabModel

/// Whether what ran on a lost host fits on the others.
public struct Capacity: Sendable, Hashable {
  /// The answer.
  public enum Verdict: String, Sendable, Hashable {
    /// All fit; the moves are the proof.
    case fits
    /// There is no placement; the shortfall says by how much.
    case doesNotFit = "does not fit"
    /// Neither was shown within the budget.
    case notDecided = "not decided"
  }

  /// A VM that starts on another host.
  public struct Move: Sendable, Hashable {
    /// The VM.
    public var machine: ThingID
    /// Where it runs today.
    public var from: ThingID
    /// Where it fits.
    public var to: ThingID
  }

  /// A VM that dies with the host, and why.
  public struct Stranded: Sendable, Hashable {
    /// The VM.
    public var machine: ThingID
    /// What holds it there.
    public var reason: String
  }

  /// The pods of a cluster that has workers on the host.
  public struct Pods: Sendable, Hashable {
    /// The cluster.
    public var cluster: ThingID
    /// Whether its pods fit on the workers that are left, by what they request.
    public var verdict: Verdict
    /// How many pods have to find room, those that stay where they are among them.
    public var count: Int
    /// The workers that fall with the host.
    public var workersLost: [ThingID]
    /// Why they do not fit, or why it is not known; nil where they do.
    public var shortfall: String?
  }

  /// The host that is lost.
  public var host: ThingID
  /// Whether all VMs that can move fit on the other hosts.
  public var verdict: Verdict
  /// How many VMs have to find another host.
  public var demand: Int
  /// The proof, where they fit: those of the lost host, and those that make room for them.
  public var moves: [Move]
  /// What cannot move and stays down.
  public var stranded: [Stranded]
  /// Why they do not fit, and by how much, in one phrase; nil where they do.
  public var shortfall: String?
  /// What becomes of pods; of clusters whose pods request nothing, nothing can be said.
  public var pods: [Pods]
}
