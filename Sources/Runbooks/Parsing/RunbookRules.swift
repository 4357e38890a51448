import Diagnostics

/// The rules a runbook's source keeps, from `RB0701` on.
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
    remedy: "Use the keys of the table in docs/runbooks.md.", waivable: false)
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
    remedy: "Use the attributes of the tables in docs/runbooks.md.", waivable: false)
  static let attributeValue = Rule(
    "RB0707", .error, "an attribute's value and the step's kind go together",
    why: "What cannot be meant is refused while there is time to mend it.",
    remedy: "See docs/runbooks.md for each attribute's values.", waivable: false)
  static let uniqueStep = Rule(
    "RB0708", .error, "a step's id is its own",
    why: "The journal knows steps by their ids; two of one name could not be told apart after a crash.",
    remedy: "Give each step another id.", waivable: false)
  static let check = Rule(
    "RB0709", .error, "a check, an undo or a condition follows the one step it belongs to",
    why:
      "After a crash the check alone decides whether a step was done; what belongs to no step would never be looked at.",
    remedy: "Put ```bash {check=\"step\"} after the step, once, and only for steps that carry something out.",
    waivable: false)
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

  static let condition = Rule(
    "RB0717", .error, "a condition is written as the grammar says",
    why: "A condition that is read otherwise than it was meant leaves out the wrong step.",
    remedy: "Write VALUE OPERATOR VALUE, joined by and, or, not and parentheses: input.mode == soft or capture.n > 3.",
    waivable: false)
  static let `operator` = Rule(
    "RB0718", .error, "a comparison uses the operators there are",
    why: "An operator that is guessed at would be found out in the middle of a run.",
    remedy:
      "Use an operator of the table in docs/runbooks.md: == for the same, in for one of several, >= for at least.",
    waivable: false)
  static let selector = Rule(
    "RB0719", .error, "a regular expression and a JSON path can be read",
    why: "One that cannot be read finds nothing, and the step fails when it has done its work already.",
    remedy:
      "Write match \"...\" with a regular expression of Swift, json with a path such as $.status.members[0].name.",
    waivable: false)
  static let jump = Rule(
    "RB0720", .error, "a jump goes to a step further down",
    why: "A jump to nowhere stops the run; a jump backwards would run steps again that are done, perhaps for ever.",
    remedy: "Name a later step of the same runbook and phase, one that does not stand inside a sub-runbook.",
    waivable: false)
  static let missingRunbook = Rule(
    "RB0721", .error, "a runbook that is called exists",
    why:
      "The steps of a called runbook are part of the plan: one that is missing leaves a hole in the middle of a run.",
    remedy: "Name a runbook of the lab as <thing>/<runbook>.", waivable: false)
  static let circle = Rule(
    "RB0722", .error, "runbooks call one another without a circle",
    why: "A runbook that calls itself would never end.",
    remedy: "Take one of the calls out of the circle.", waivable: false)
  static let call = Rule(
    "RB0723", .error, "a call gives a runbook the inputs it asks for",
    why: "Nobody is asked for the inputs of a called runbook: what the call does not give is not there.",
    remedy: "Give each input on a line of its own, `name: value`, as the called runbook's front matter describes it.",
    waivable: false)
  static let loop = Rule(
    "RB0724", .error, "a loop has items, and an item has its loop",
    why: "A loop over nothing does nothing and says that all went well.",
    remedy: "Let each= name a list that is not empty; use {{ item }} only in a step that has each=.", waivable: false)
  static let unreachable = Rule(
    "RB0725", .warning, "a way leads to every step",
    why: "A step that is never reached was meant to be: a branch or a jump goes past it.",
    remedy: "Let a branch lead to it, or take it out.")
  static let comparison = Rule(
    "RB0726", .error, "what is compared can be the same",
    why: "A branch whose condition can never hold is found out in the middle of a run.",
    remedy: "Compare a number with numbers, and a choice with what it can be.", waivable: false)
  static let captured = Rule(
    "RB0727", .error, "a capture is made before it is used, on every way",
    why: "On the way that leaves it out, the step has nothing to put in its place.",
    remedy: "Capture it in a step that always comes before, or ask for it: only-if=\"capture.NAME exists\".",
    waivable: false)
  static let thing = Rule(
    "RB0728", .error, "inputs and locks name things of the lab",
    why: "A choice among things that are gone is no choice, and a lock on nothing keeps nobody out.",
    remedy: "Name a kind or a thing that the lab has.", waivable: false)
  static let unverifiedUndo = Rule(
    "RB0729", .warning, "an undo is verified",
    why: "What was taken back only by half is worse than what was left.",
    remedy: "Write what must hold afterwards: ```bash {undo-check=\"step\"}.")
  static let changingWait = Rule(
    "RB0730", .warning, "what is looked at again and again changes nothing",
    why: "A wait, a condition and a steady state are carried out as often as it takes.",
    remedy: "Change it in a step of its own, and only look here.")
  static let drillGate = Rule(
    "RB0731", .warning, "the real run asks what the drill asks",
    why: "A drill with more questions than the real thing rehearses something else.",
    remedy: "Take only-in=drill off the question, or ask in both modes.")
  static let quorum = Rule(
    "RB0732", .error, "an approval can be given",
    why: "A run that waits for more people than there are waits until it expires.",
    remedy: "Name as many people as count says, each once.", waivable: false)
  static let unusedSecret = Rule(
    "RB0733", .warning, "a secret that is declared is used",
    why: "A run is refused when a secret is missing, also one that nothing needs.",
    remedy: "Name it in secret= of the step that needs it, or take its line out.")
  static let exposedSecret = Rule(
    "RB0734", .warning, "a secret stands on no command line",
    why: "Everybody on a machine can read the arguments of its processes.",
    remedy: "Hand it over on standard input, in a file, or leave it in the environment.")
  static let unsettled = Rule(
    "RB0735", .warning, "what became of a change can be found out",
    why: "A run that is killed in the middle of a step cannot tell whether it was done, and has to ask a person.",
    remedy: "Write what must hold afterwards, ```bash {check=\"step\"}, or idempotent where twice is no more than once."
  )
  static let unlimited = Rule(
    "RB0736", .warning, "a step that reaches a host has a limit",
    why: "A host that takes a connection and then says nothing would hold the run for ever.",
    remedy: "Write timeout=60s, or step-timeout.")

  private static let ofTheText = [
    readable, frontMatter, frontMatterKey, title, fence, attribute, attributeValue, uniqueStep, check, placeholder,
    fact, input, unusedInput, quoting, host, text, condition, `operator`, selector, jump, missingRunbook, circle, call,
    loop,
  ]

  /// Every rule, in the order of their codes.
  public static let all =
    ofTheText + [
      unreachable, comparison, captured, thing, unverifiedUndo, changingWait, drillGate, quorum, unusedSecret,
      exposedSecret, unsettled, unlimited,
    ]
}
