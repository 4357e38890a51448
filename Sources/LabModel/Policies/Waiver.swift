import Diagnostics

/// Permission to break a rule for a while, with a reason and a last day.
///
/// ```swift
/// let oldBoard = Waiver("RB0205", for: kube01, until: "2027-03-01", because: "the new board arrives in February")
/// ```
///
/// It is listed in the lab beside what it concerns. While it lasts, what the rule finds there is a note that names the
/// reason. Afterwards it is an error, and so is what it waived. Rules whose breach would make files wrong cannot be waived;
/// `explain` says so. Raises `RB0982` and `RB0985` to `RB0990`.
public struct Waiver: Component {
  /// The code of the rule.
  public let code: String
  /// The thing for which it is waived; nil for wherever the rule finds something.
  public let subject: ThingID?
  /// The last day of the waiver as it was written.
  public let lastDay: String
  /// Why it is all right for now.
  public let reason: String
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a waiver.
  ///
  /// - Parameters:
  ///   - code: The rule's code, as diagnostics print it: `RB0205`, or one of your own.
  ///   - thing: What the rule may find something about; without one, wherever it does.
  ///   - lastDay: The last day, as in `2027-03-01`; days begin and end in UTC.
  ///   - reason: Why it is all right for now, one phrase.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ code: String, for thing: (any Component)? = nil, until lastDay: String, because reason: String,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.code = code
    self.subject = thing?.id
    self.lastDay = lastDay
    self.reason = reason
    self.declared = SourceLocation(file, line)
  }

  /// A waiver is no thing of the lab; this names it where something has to.
  public var id: ThingID { ThingID("waiver", code) }
  /// What it waives.
  public var summary: String { "\(code) waived\(subject.map { " for \($0)" } ?? "") until \(lastDay)" }
  /// Nothing beyond what it says itself.
  public var facts: [Fact] { [] }
}
