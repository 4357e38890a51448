import Diagnostics

/// The rules a runbook's source keeps, `RB0701` to `RB0716`.
public enum RunbookRules {
  static let readable = Rule(
    "RB0701", .error, "a runbook is plain UTF-8 text",
    why: "A runbook is read from a terminal in a bad hour: what cannot be shown cannot be trusted.",
    remedy: "Save the file as UTF-8 without control characters, at most one mebibyte and 4,000 bytes a line.",
    waivable: false)
  static let frontMatter = Rule(
    "RB0702", .error, "a runbook begins with front matter that can be read",
    why: "Title, symptoms and inputs are what people search for and what the tool asks for before it starts.",
    remedy: "Begin the file with a line `---`, then `key: value` or `key: [a, b]` lines, then `---`.", waivable: false)
  static let frontMatterKey = Rule(
    "RB0703", .error, "front matter uses the keys there are, each once",
    why: "A mistyped key would silently be no key at all.",
    remedy: "Use title, summary, symptoms, for, inputs, input.NAME, severity and duration.", waivable: false)
  static let title = Rule(
    "RB0704", .error, "a runbook has a title",
    why: "The title is its name in the portal, in search and in the journal.",
    remedy: "Write `title: ...` in the front matter.", waivable: false)
  static let fence = Rule(
    "RB0705", .error, "a step's fence is written as the grammar says",
    why: "A step that is not read as one would never run, and nobody would notice.",
    remedy: "Write ```bash {step=\"name\"}, close the brace, and close the fence on a line of its own.", waivable: false
  )
  static let attribute = Rule(
    "RB0706", .error, "a step uses the attributes there are, each once",
    why: "A mistyped attribute would silently change nothing.",
    remedy: "Use step, check, title, host, user, timeout, secret and tty.", waivable: false)
  static let attributeValue = Rule(
    "RB0707", .error, "an attribute's value and the step's kind go together",
    why: "What cannot be meant is refused while there is time to mend it.",
    remedy: "See docs/runbooks.md for each attribute's values.", waivable: false)
  static let uniqueStep = Rule(
    "RB0708", .error, "a step's id is its own",
    why: "The journal knows steps by their ids; two of one name could not be told apart after a crash.",
    remedy: "Give each step another id.", waivable: false)
  static let check = Rule(
    "RB0709", .error, "a check follows the one step it verifies",
    why: "After a crash the check alone decides whether a step was done.",
    remedy: "Put ```bash {check=\"step\"} after the step, once, and only for steps that run a script.", waivable: false)
  static let placeholder = Rule(
    "RB0710", .error, "a placeholder is written as the grammar says",
    why: "A placeholder that is not recognised would reach the command as it stands.",
    remedy: "Write {{ thing.fact }} on one line; write {{ \"{{\" }} where two braces are meant.", waivable: false)
  static let fact = Rule(
    "RB0711", .error, "a placeholder names a fact of the lab",
    why: "A command that names something that is gone fails in the night it is needed.",
    remedy: "Use a fact the lab has, or declare an input.", waivable: false)
  static let input = Rule(
    "RB0712", .error, "inputs are declared in front matter",
    why: "What a runbook asks for is known before it starts.",
    remedy: "List the name in `inputs:`.", waivable: false)
  static let unusedInput = Rule(
    "RB0713", .warning, "a declared input is used",
    why: "People are asked for a value that changes nothing.",
    remedy: "Use {{ input.NAME }} in a step, or take the name out of `inputs:`.")
  static let quoting = Rule(
    "RB0714", .error, "a value with special characters stands where it can be quoted",
    why: "Inside quotes or a here-document the shell would read the value as code.",
    remedy: "Let the placeholder stand as a word of its own, outside quotes.", waivable: false)
  static let host = Rule(
    "RB0715", .error, "a step's host is a host of the lab",
    why: "A step for a host that is gone cannot be run.",
    remedy: "Name a host of the lab, or use a placeholder.", waivable: false)
  static let text = Rule(
    "RB0716", .error, "a value from the lab is one line of text",
    why: "Line ends and control characters can change what a command means and what a terminal shows.",
    remedy: "Take them out of the value where the lab sets it.", waivable: false)

  /// Every rule, in the order of their codes.
  public static let all = [
    readable, frontMatter, frontMatterKey, title, fence, attribute, attributeValue, uniqueStep, check, placeholder,
    fact,
    input, unusedInput, quoting, host, text,
  ]
}
