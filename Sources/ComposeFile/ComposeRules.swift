import Diagnostics

/// The rules that a Compose file is held against while it is loaded.
public enum ComposeRules {
  static let unreadable = Rule(
    "RB1301", .error, "a Compose file and what it names can be read as text",
    why: "A file that is not there, too big, not UTF-8 or full of zero bytes cannot be imported.",
    remedy: "Correct the path, or save the file as UTF-8 text.", waivable: false)
  static let syntax = Rule(
    "RB1302", .error, "a Compose file is YAML", why: "What cannot be parsed cannot be imported.",
    remedy: "Correct the line that is named; indentation and quotes are the usual reasons.", waivable: false)
  static let duplicateKey = Rule(
    "RB1303", .error, "a key stands once in its mapping",
    why: "Of two equal keys one would be lost without a word.", remedy: "Keep the one that is meant.", waivable: false)
  static let tooLarge = Rule(
    "RB1304", .error, "a Compose file stays small once its anchors are followed",
    why: "Anchors within anchors make a file of a few lines fill the memory.",
    remedy: "Write the file without anchors that hold anchors, or in several files.", waivable: false)
  static let unknownKey = Rule(
    "RB1305", .error, "every key is one that the Compose specification knows",
    why: "A key with a typing error would be dropped, and what it should have set with it.",
    remedy: "Correct the key, or put `x-` before it if it is your own.", waivable: false)
  static let wrongType = Rule(
    "RB1306", .error, "a value is of the kind that its key takes",
    why: "A list where a mapping belongs is read by no tool.", remedy: "Write the value in the form that is named.",
    waivable: false)
  static let badValue = Rule(
    "RB1307", .error, "a value can be understood",
    why: "A port, a duration or a size that cannot be read would be left out.",
    remedy: "Write the value as the message says.", waivable: false)
  static let interpolation = Rule(
    "RB1308", .error, "a variable is written `$NAME` or `${NAME}`",
    why: "Compose refuses any other text after `${`.", remedy: "Write `$$` for a dollar sign.", waivable: false)
  static let required = Rule(
    "RB1309", .error, "a variable that is required has a value",
    why: "Without it a number or a switch would be made up.", remedy: "Set the variable in an environment file.",
    waivable: false)
  static let include = Rule(
    "RB1310", .error, "included files are there and do not include each other",
    why: "A part of the project would be missing.", remedy: "Correct the path, or take the circle apart.",
    waivable: false)
  static let extends = Rule(
    "RB1311", .error, "an extended service is there and does not extend its own extension",
    why: "What the service should inherit would be missing.", remedy: "Correct the name, or take the circle apart.",
    waivable: false)
  static let undefined = Rule(
    "RB1312", .error, "what a service names is defined in the project",
    why: "A volume, network, secret, config, model or service that is not defined cannot be given to it.",
    remedy: "Define it, or correct the name.", waivable: false)
  static let dependencyCycle = Rule(
    "RB1313", .error, "services do not wait for each other in a circle",
    why: "None of them would ever start.", remedy: "Take one dependency of the circle away.", waivable: false)
  static let conflict = Rule(
    "RB1314", .error, "keys that exclude each other do not stand together",
    why: "Only one of them can be true, and which one is a guess.", remedy: "Keep the one that is meant.",
    waivable: false)
  static let missing = Rule(
    "RB1315", .error, "what is required is there", why: "A service without an image and without a build cannot run.",
    remedy: "Add the key that is named.", waivable: false)
  static let mountedTwice = Rule(
    "RB1316", .error, "a path in a container is mounted once", why: "One mount would hide the other.",
    remedy: "Give one of them another target.", waivable: false)
  static let environmentFile = Rule(
    "RB1317", .error, "a line of an environment file sets a variable",
    why: "A line that cannot be read would be a variable that is missing.", remedy: "Write `NAME=value`.",
    waivable: false)
  static let outside = Rule(
    "RB1318", .error, "files are read from the project's folder only",
    why: "A Compose file from elsewhere could otherwise read any file of this machine into the lab.",
    remedy: "Name a folder that holds everything, if the project is spread over several.", waivable: false)
  static let environmentFileMissing = Rule(
    "RB1319", .warning, "an environment file that is named is there",
    why: "Its variables are unknown, so the containers would start without them.",
    remedy: "Put the file in its place, or add the variables to the lab.", waivable: false)
  static let variableUnset = Rule(
    "RB1320", .warning, "a variable has a value",
    why: "Compose puts nothing in its place; the import makes it a value that you set in Swift.",
    remedy: "Set it in an environment file, or in the Swift that was written.", waivable: false)
  static let obsolete = Rule(
    "RB1321", .note, "a Compose file has no `version`", why: "Compose ignores it.", remedy: "Take the line out.",
    waivable: false)

  /// All of them, in the order of their codes.
  public static let all = [
    unreadable, syntax, duplicateKey, tooLarge, unknownKey, wrongType, badValue, interpolation, required, include,
    extends, undefined, dependencyCycle, conflict, missing, mountedTwice, environmentFile, outside,
    environmentFileMissing, variableUnset, obsolete,
  ]
}
