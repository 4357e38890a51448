import Analysis
import Diagnostics
import LabLanguage
import LabModel

/// What becomes of a lab when some of its things are lost.
///
/// ```swift
/// let night = Basement().resolved.whenLost(pve1)
/// #expect(night.survives(mealie), "\(night.why(mealie))")
/// ```
public struct WhatIf: Sendable {
  /// The whole answer: what dies, what degrades, what survives, and why.
  public let impact: Impact

  /// Whether a thing still works, if only worse than before.
  public func survives(_ thing: any Component) -> Bool { !impact.isDead(thing) }

  /// Whether a thing works as before: it neither dies nor has less of what makes it redundant.
  public func leavesAlone(_ thing: any Component) -> Bool {
    survives(thing) && !impact.degrades.contains { $0.thing == thing.id }
  }

  /// Why a thing dies or degrades, in words, for the message of an expectation.
  public func why(_ thing: any Component) -> String {
    if impact.lost.contains(thing.id) { return "\(thing.id) is lost itself" }
    let steps = impact.path(to: thing.id)
    guard steps.isEmpty else {
      return steps.map { "\($0.thing) \($0.words) \($0.cause)" }.joined(separator: ", ")
    }
    let losses = impact.degrades.filter { $0.thing == thing.id }.map(\.loss)
    return losses.isEmpty ? "\(thing.id) works as before" : "\(thing.id) lost \(losses.joined(separator: ", "))"
  }
}

extension ResolvedLab {
  /// What becomes of the lab when all of these are lost at once.
  public func whenLost(_ things: any Component...) -> WhatIf { WhatIf(impact: impact(of: things.map(\.id))) }
}
