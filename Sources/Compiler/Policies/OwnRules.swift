import Blueprint
import Diagnostics
import LabModel
import Systems

/// The rules that a lab adds to those that ship: its policies, and the checks of systems that came from elsewhere.
enum OwnRules {
  /// A rule with the place where a person can change its code.
  typealias Placed = (rule: Rule, place: SourceLocation)

  /// All of them, in the order of declaration.
  static func all(of lab: ResolvedLab) -> [Placed] {
    var kinds = Set(systems.map { $0.descriptor.kind })
    let brought = lab.all((any System).self).flatMap { system -> [Placed] in
      let descriptor = type(of: system).descriptor
      guard kinds.insert(descriptor.kind).inserted else { return [] }
      return descriptor.checks.map { ($0.rule, system.declared) }
    }
    return brought + lab.policies.map { ($0.rule, $0.declared) }
  }

  /// Whether each has a code of its own.
  static func check(_ lab: ResolvedLab, reporting log: inout DiagnosticLog) {
    let own = all(of: lab)
    guard !own.isEmpty else { return }
    var taken = Set(rules.map(\.code))
    for (rule, place) in own {
      if !isOwn(rule.code) {
        log.add(
          WaiverRules.foreignCode.diagnostic(
            at: place, "'\(rule.code)' is no code for a rule of one's own: \(rule.title)"))
      } else if !taken.insert(rule.code).inserted {
        log.add(WaiverRules.takenCode.diagnostic(at: place, "\(rule.code) is the code of two rules: \(rule.title)"))
      }
    }
  }

  private static func isOwn(_ code: String) -> Bool {
    let letters = code.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let digits = code.utf8.dropFirst(letters.count)
    return (2...12).contains(letters.count) && !letters.elementsEqual("RB".utf8) && (2...6).contains(digits.count)
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
