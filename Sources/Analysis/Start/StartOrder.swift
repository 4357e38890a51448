import Diagnostics
import LabModel

/// The order in which a lab starts from nothing, in waves: what stands in one wave waits for nothing in it.
public struct StartOrder: Sendable {
  /// A thing with what it waited for.
  public struct Entry: Sendable, Hashable {
    /// The thing.
    public var thing: ThingID
    /// What it waited for last: `runs on host 'pve1'`; nil in the first wave.
    public var reason: String?
    /// The thing it waited for last.
    public var after: ThingID?
    /// What waits for it first: `service 'vault' runs on it`; nil where nothing does.
    public var use: String?
    /// Steps that a person takes before it, because what it needs is not up yet.
    public var breakGlass: [BreakGlass]
  }

  /// A step that stands in for a thing that is not up yet.
  public struct BreakGlass: Sendable, Hashable {
    /// The thing that is missing.
    public var missing: ThingID
    /// What to do, as the lab states it.
    public var step: String
  }

  /// What starts together, ties in the order of declaration.
  public let waves: [[Entry]]
  /// What cannot start, because it waits for itself.
  public let unordered: [ThingID]

  private let positions: [ThingID: Int]

  init(waves: [[Entry]], unordered: [ThingID]) {
    self.waves = waves
    self.unordered = unordered
    positions = Dictionary(
      waves.enumerated().flatMap { wave in wave.element.map { ($0.thing, wave.offset) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The order of a shutdown: what waits for others goes before them.
  public var shutdown: [[ThingID]] { waves.reversed().map { $0.map(\.thing) } }

  /// The number of a thing's wave, counted from 0; nil where it cannot start.
  public func wave(of id: ThingID) -> Int? { positions[id] }

  /// Whether one thing starts in an earlier wave than another.
  public func starts(_ thing: ThingID, before other: ThingID) -> Bool {
    guard let first = positions[thing], let second = positions[other] else { return false }
    return first < second
  }

  /// Whether one thing starts in an earlier wave than another.
  public func starts(_ thing: any Component, before other: any Component) -> Bool { starts(thing.id, before: other.id) }
}
