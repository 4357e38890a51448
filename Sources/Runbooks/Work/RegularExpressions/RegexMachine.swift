/// Looks for a regular expression in a text, all ways at once, each place of the text once.
struct RegexMachine {
  /// How many instructions are looked at before it is given up.
  static let budget = 20_000_000

  /// A way through the program, and what it has noted; -1 for nothing.
  struct Thread {
    var instruction: Int
    var start: Int
    var end = -1
    var group = -1
    var groupEnd = -1
  }

  private let budget: Int
  private let program: [RegexProgram.Instruction]
  private let text: [Unicode.Scalar]
  private var steps = 0
  /// At which place of the text an instruction was last reached.
  private var reached: [Int]

  init(program: RegexProgram, text: [Unicode.Scalar], budget: Int = RegexMachine.budget) {
    self.budget = budget
    self.program = program.instructions
    self.text = text
    reached = Array(repeating: -1, count: program.instructions.count)
  }

  /// The first match, where there is one.
  mutating func run() throws(RegularExpression.Problem) -> Thread? {
    var found: Thread?
    var threads: [Thread] = []
    for place in 0...text.count {
      var alive: [Thread] = []
      for thread in threads { try follow(thread, at: place, into: &alive) }
      if found == nil { try follow(Thread(instruction: 0, start: place), at: place, into: &alive) }
      threads = []
      for var thread in alive {
        if case .found = program[thread.instruction] {
          thread.end = place
          found = thread
          // The ways after it are worth less.
          break
        }
        guard place < text.count, case .take(let set) = program[thread.instruction], set.contains(text[place]) else {
          continue
        }
        thread.instruction += 1
        threads.append(thread)
      }
      if threads.isEmpty, found != nil { break }
    }
    return found
  }

  /// Goes on from a thread to every instruction that takes a character or ends the search, the better ways first.
  private mutating func follow(_ thread: Thread, at place: Int, into alive: inout [Thread]) throws(RegularExpression
    .Problem)
  {
    var open = [thread]
    while var thread = open.popLast() {
      guard reached[thread.instruction] != place else { continue }
      reached[thread.instruction] = place
      steps += 1
      guard steps <= budget else {
        throw RegularExpression.Problem(reason: "the text is too long for this regular expression")
      }
      switch program[thread.instruction] {
      case .take, .found: alive.append(thread)
      case .jump(let target):
        thread.instruction = target
        open.append(thread)
      case .split(let first, let second):
        thread.instruction = second
        open.append(thread)
        thread.instruction = first
        open.append(thread)
      case .noteGroup(let isEnd):
        if isEnd { thread.groupEnd = place } else { thread.group = place }
        thread.instruction += 1
        open.append(thread)
      case .edge(let edge):
        guard holds(edge, at: place) else { continue }
        thread.instruction += 1
        open.append(thread)
      }
    }
  }

  private func holds(_ edge: RegexNode.Edge, at place: Int) -> Bool {
    switch edge {
    case .start: place == 0
    case .end: place == text.count
    case .lineStart: place == 0 || text[place - 1] == "\n"
    case .lineEnd: place == text.count || text[place] == "\n"
    case .wordEdge: isWord(place - 1) != isWord(place)
    case .noWordEdge: isWord(place - 1) == isWord(place)
    }
  }

  private func isWord(_ place: Int) -> Bool { text.indices.contains(place) && ScalarSet.words.contains(text[place]) }
}
