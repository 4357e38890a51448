import Diagnostics

/// The rules of the ways round the language that are found out only when files are made.
enum HatchRules {
  static let unreadable = Rule(
    "RB0974", .error, "the content of a file of one's own can be read",
    why: "A file that is missing, or cut off, would be found out by the tool that reads it, at the worst moment.",
    remedy: "Name a UTF-8 text file of the lab's folder; correct the JSON.", waivable: false)
  static let taken = Rule(
    "RB0975", .error, "a raw document or file of one's own has a path of its own",
    why: "Of two files with one path, one would silently win; a path that leads out of the folder hits foreign files.",
    remedy: "Choose another path below the build folder; to change what Rackbook makes, use a `Patch`.", waivable: false
  )
  static let noFile = Rule(
    "RB0976", .error, "a patch names a file that is made",
    why: "A patch that hits nothing looks like one that works. After an upgrade a file may have another path.",
    remedy: "Correct the path, or take the patch out.", waivable: false)
  static let noTree = Rule(
    "RB0977", .error, "only files that are trees can be patched",
    why: """
      YAML and JSON that Rackbook prints are changed as trees, which cannot break their syntax. Text such as nginx.conf, \
      corosync.conf, XML or a program would be changed blindly.
      """,
    remedy: "Use the settings of the thing that the file is made from; ask for one where it is missing.",
    waivable: false)
  static let noPlace = Rule(
    "RB0978", .error, "the place of a patch is there",
    why: "Other tools pass over a path that does not exist, and the change that was meant never happens.",
    remedy: "Correct the JSON Pointer; `add` makes a new key in a mapping that is there.", waivable: false)
  static let noChange = Rule(
    "RB0979", .error, "a patch changes something",
    why: "What the file says already needs no patch: it only hides that the language can do it now.",
    remedy: "Take the operation out, or write `.allowingNoChange` behind the patch.", waivable: false)
  static let testFails = Rule(
    "RB0980", .error, "what a patch demands is so",
    why: "The patch was written for another value; what it changes may no longer be right.",
    remedy: "Look at the file, then correct the `.test` or the patch.", waivable: false)
  static let declaredTwice = Rule(
    "RB0981", .error, "an object is declared in one place",
    why:
      "Terraform refuses a module with two resources of one name; of two Kubernetes objects the last one applied wins.",
    remedy: "Rename the raw document's object, or patch the one that Rackbook makes.", waivable: false)

  static let all = [unreadable, taken, noFile, noTree, noPlace, noChange, testFails, declaredTwice]
}
