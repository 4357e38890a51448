import Diagnostics

/// The rules of plans, comparisons and the source map.
public enum PlanRules {
  static let unreadable = Rule(
    "RB0950", .error, "the snapshot of the build folder can be read",
    why: "Without lab.json, nobody can say what a change means: only which files differ.",
    remedy:
      "Build again with this version of Rackbook; a file that was edited by hand is replaced with --discard-edits.",
    waivable: false)
  static let noSnapshot = Rule(
    "RB0951", .error, "what is to be compared was built",
    why: "A comparison reads the snapshot that a build left behind: lab.json.",
    remedy: "Build the folder first, or name one that was built.", waivable: false)
  static let noEnvironment = Rule(
    "RB0952", .error, "an environment that is named belongs to the lab",
    why: "A name that is mistyped would otherwise build the wrong environment, or an empty one.",
    remedy: "Name one of the cases of the lab's environments; a lab with a single one takes no --environment.",
    waivable: false)
  static let noOrigin = Rule(
    "RB0953", .error, "a place that is asked for is known to the source map",
    why: "The source map of a build knows the files of that build and the lines of the lab that they came from.",
    remedy: "Name a line as file:line: of a file below the build folder, or of the lab as Module/File.swift:12.",
    waivable: false)

  /// All of them, in order.
  public static let all = [unreadable, noSnapshot, noEnvironment, noOrigin]
}

/// Why there is no plan.
public struct PlanFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The reasons.
  public let diagnostics: [Diagnostic]

  /// The reasons, one line each.
  public var description: String {
    diagnostics.map { ([$0.message] + $0.solutions).joined(separator: "; ") + " (\($0.code))" }.joined(separator: "\n")
  }

  /// Takes reasons that were found elsewhere.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  /// There is no such environment.
  ///
  /// - Parameters:
  ///   - name: What was asked for.
  ///   - names: The environments that there are.
  /// - Returns: The failure, with what may have been meant.
  public static func noEnvironment(_ name: String, among names: [String]) -> PlanFailure {
    let message =
      names.isEmpty
      ? "'\(name)' is no environment: the lab has none"
      : "'\(name)' is no environment of the lab, which has \(names.joined(separator: ", "))"
    return PlanFailure(
      PlanRules.noEnvironment.diagnostic(
        message, solutions: NearMiss.suggestion(for: name, in: names).map { [$0] } ?? []))
  }
}
