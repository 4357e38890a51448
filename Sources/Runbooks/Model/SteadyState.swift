/// What is true of a system that is well: looked at before a run, during it, after it, and after an undo.
public struct SteadyState<Text: Sendable & Hashable>: Sendable, Hashable {
  /// One thing that is looked at.
  public struct Probe: Sendable, Hashable {
    /// Its name in the journal.
    public var id: String
    /// What it says where it holds, such as `the API answers`.
    public var title: Text
    /// What is carried out; it changes nothing, and holds where it succeeds.
    public var work: Work<Text>

    /// Describes a probe.
    ///
    /// - Parameters:
    ///   - id: Its name in the journal.
    ///   - title: What it says where it holds.
    ///   - work: What is carried out.
    public init(id: String, title: Text, work: Work<Text>) {
      self.id = id
      self.title = title
      self.work = work
    }
  }

  /// What is looked at, in order.
  public var probes: [Probe]
  /// Whether a run may begin only where it holds; a runbook that mends something begins where it does not.
  public var isRequiredBefore: Bool
  /// The pause between two looks while steps run, in milliseconds; nothing to look before, after, and after an undo only.
  public var everyMilliseconds: Int?

  /// Describes a steady state.
  ///
  /// - Parameters:
  ///   - probes: What is looked at, in order.
  ///   - isRequiredBefore: Whether a run may begin only where it holds.
  ///   - everyMilliseconds: The pause between two looks while steps run.
  public init(_ probes: [Probe], isRequiredBefore: Bool = false, everyMilliseconds: Int? = nil) {
    self.probes = probes
    self.isRequiredBefore = isRequiredBefore
    self.everyMilliseconds = everyMilliseconds
  }
}

extension SteadyState.Probe: Codable where Text: Codable {}
extension SteadyState: Codable where Text: Codable {}

extension SteadyState {
  /// The steady state at the next stage.
  func filled<Filler: TextFiller>(with filler: inout Filler) -> SteadyState<Filler.To> where Filler.From == Text {
    SteadyState<Filler.To>(
      probes.map { .init(id: $0.id, title: filler.prose($0.title), work: $0.work.filled(with: &filler)) },
      isRequiredBefore: isRequiredBefore, everyMilliseconds: everyMilliseconds)
  }
}
