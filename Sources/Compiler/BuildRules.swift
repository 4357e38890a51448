import Diagnostics

/// The rules of building and writing.
public enum BuildRules {
  static let edited = Rule(
    "RB0901", .error, "a file that rackbook wrote is not edited by hand",
    why: "The next build would lose the edit without a word. What is true must stand in the lab, where everyone looks.",
    remedy: """
      Move the edit into the lab and remove the file, or build with --discard-edits to replace what was edited. A file \
      of your own may stand in the build folder under a name that rackbook does not use.
      """, waivable: false)
  static let inTheWay = Rule(
    "RB0902", .error, "the build folder has room for what is made",
    why: "A file that rackbook did not write is never replaced: it may be the only copy.",
    remedy: "Move the file away, or build into another folder with --output.", waivable: false)
  static let brokenManifest = Rule(
    "RB0903", .error, "the manifest of the build folder can be read",
    why: "Without it, rackbook cannot tell its own files from yours and so touches none.",
    remedy: "Restore manifest.json, or move the whole build folder away and build again.", waivable: false)
  static let busy = Rule(
    "RB0904", .error, "one build at a time writes to a folder",
    why: "Two builds at once would leave a mixture of both.",
    remedy: "Wait for the other build to end. A build that was killed holds no lock.", waivable: false)
  static let notWritten = Rule(
    "RB0905", .error, "the build folder can be written",
    why: "The disk is full, or the folder belongs to someone else. The old tree is still there, as it was.",
    remedy: "Make room or get the right to write, and build again.", waivable: false)
  static let badPath = Rule(
    "RB0906", .error, "every file that is made has a path of its own below the build folder",
    why:
      "Two files of one path would hide each other, and a path that leads out of the folder would hit foreign files.",
    remedy: "Give the things that the files are named after different names, made of letters, digits and hyphens.",
    waivable: false)

  /// All of them, in order.
  public static let all = [edited, inTheWay, brokenManifest, busy, notWritten, badPath]
}
