import Diagnostics

/// The rules about writing what was imported.
enum WritingRules {
  static let nothingOverwritten = Rule(
    "RB1205", .error, "an import overwrites nothing",
    why: "After an import the Swift is the person's: a second import over it would throw their corrections away.",
    remedy: "Import into another folder, and take over what is new.", waivable: false)

  static let written = Rule(
    "RB1206", .error, "an import can write its folder",
    why: "A lab of which half is written does not compile, and hides what is missing.",
    remedy: "Look at the folder's rights and at the space on its disk.", waivable: false)

  static let all = [nothingOverwritten, written]
}
