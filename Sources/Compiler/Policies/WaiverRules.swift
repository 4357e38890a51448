import Diagnostics

/// The rules of waivers, and of rules of one's own.
enum WaiverRules {
  static let unknown = Rule(
    "RB0985", .error, "a waiver names a rule that there is",
    why: "A mistyped code waives nothing, and looks as if it did.",
    remedy: "Write the code as the diagnostic prints it; `explain` lists them all.", waivable: false)
  static let forbidden = Rule(
    "RB0986", .error, "a rule that keeps files right is not waived",
    why:
      "Waived, the files would be made all the same: with an address that nobody can read, or two things of one name.",
    remedy: "Correct what the rule finds.", waivable: false)
  static let noDate = Rule(
    "RB0987", .error, "a waiver's last day is a day",
    why: "A waiver without an end is forgotten.",
    remedy: "Write year, month and day: `until: \"2027-03-01\"`.", waivable: false)
  static let expired = Rule(
    "RB0988", .error, "a waiver has not expired",
    why: "Somebody promised to be done by that day.",
    remedy: "Correct what was waived and take the waiver out, or give it a later day and a reason that still holds.",
    waivable: false)
  static let idle = Rule(
    "RB0989", .warning, "a waiver waives something",
    why: "What it was for is gone, or it names another thing; left in, it hides the next mistake of its kind.",
    remedy: "Take the waiver out, or correct the thing that it is for.", waivable: false)
  static let ending = Rule(
    "RB0990", .note, "a waiver lasts for more than 30 days",
    why: "On the day after its last, the build stops.",
    remedy: "Correct what is waived, or decide now whether it may last longer.", waivable: false)
  static let noReason = Rule(
    "RB0993", .error, "a waiver says why",
    why: "The reason is what the finding says from then on, in the terminal and in the portal.",
    remedy: "Write the reason after `because:`, one phrase.", waivable: false)
  static let foreignCode = Rule(
    "RB0991", .error, "the code of a rule of one's own has a prefix of its own",
    why: "`RB` belongs to Rackbook: its next release may use the same code for something else.",
    remedy: "Write 2 to 12 capital letters other than RB, then 2 to 6 digits: `HOME001`.", waivable: false)
  static let takenCode = Rule(
    "RB0992", .error, "a code stands for one rule",
    why: "Nobody could tell which of the two was broken, or which one is waived.",
    remedy: "Give one of the two rules another code.", waivable: false)

  static let all = [unknown, forbidden, noDate, expired, idle, ending, noReason, foreignCode, takenCode]
}
