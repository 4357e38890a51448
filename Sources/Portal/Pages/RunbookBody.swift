import Diagnostics
import LabModel
import Runbooks

/// The prose and the steps of a runbook, in the order in which they were written.
///
/// A heading whose first step bears its name becomes that step, with the prose between them; other headings begin sections.
struct RunbookBody {
  let index: ContentIndex
  let runbook: ResolvedRunbook
  private let numbers: [String: String]

  init(index: ContentIndex, runbook: ResolvedRunbook) {
    self.index = index
    self.runbook = runbook
    numbers = Self.numbers(runbook.plan.steps)
  }

  var sections: [Section] {
    var walk = Walk(body: self)
    for block in runbook.body { walk.take(block) }
    walk.flush()
    return walk.sections
  }

  private var markdown: MarkdownBlocks {
    MarkdownBlocks(runbook: runbook, index: index) { id in
      runbook.plan.step(id).map { [.steps([block($0, title: $0.title.description, prose: [])])] } ?? []
    }
  }

  private struct Walk {
    let body: RunbookBody
    var sections: [Section] = []
    var heading: Prose?
    var prose: [Block] = []
    var lastTitle: String?

    init(body: RunbookBody) { self.body = body }

    mutating func take(_ block: MarkdownBlock) {
      switch block {
      case .heading(let level, let content) where level <= 2:
        flush()
        heading = body.markdown.prose(content)
      case .step(let id):
        guard let step = body.runbook.plan.step(id) else { return }
        add(step)
      default: prose += body.markdown.blocks(block)
      }
    }

    /// Puts the heading and the prose that wait into a section of their own, or the prose into the current one.
    mutating func flush() {
      if let heading {
        sections.append(Section("part-\(sections.count + 1)", heading.plain, prose))
      } else if !prose.isEmpty {
        if sections.isEmpty { sections.append(Section("about", "About", [])) }
        sections[sections.count - 1].blocks += prose
      }
      heading = nil
      prose = []
    }

    private mutating func add(_ step: PlannedStep) {
      let title = step.title.description
      if heading?.plain == title {
        let block = body.block(step, title: title, prose: prose)
        heading = nil
        prose = []
        append(block)
      } else {
        flush()
        append(body.block(step, title: title == lastTitle ? "\(title): \(step.id)" : title, prose: []))
      }
      lastTitle = title
    }

    private mutating func append(_ block: Block.StepBlock) {
      guard let last = sections.indices.last else {
        sections.append(Section("steps", "Steps", [.steps([block])]))
        return
      }
      if case .steps(let before) = sections[last].blocks.last {
        sections[last].blocks[sections[last].blocks.count - 1] = .steps(before + [block])
      } else if sections[last].id == "about" {
        sections.append(Section("steps", "Steps", [.steps([block])]))
      } else {
        sections[last].blocks.append(.steps([block]))
      }
    }
  }

  /// Steps count from 1; where the author numbered the headings, theirs hold, and further steps under one get a letter.
  private static func numbers(_ steps: [PlannedStep]) -> [String: String] {
    var numbers: [String: String] = [:]
    var last = "", repeated = 0
    let isNumbered = steps.contains { split($0.title.description).number != nil }
    for (position, step) in steps.enumerated() {
      if !isNumbered {
        numbers[step.id] = "\(position + 1)"
      } else if let number = split(step.title.description).number, number != last {
        (last, repeated) = (number, 0)
        numbers[step.id] = number
      } else {
        repeated += 1
        numbers[step.id] =
          last + (repeated < 26 ? String("abcdefghijklmnopqrstuvwxyz".dropFirst(repeated).prefix(1)) : "+")
      }
    }
    return numbers
  }

  /// `3. Start etcd` as `3` and `Start etcd`.
  private static func split(_ title: String) -> (number: String?, title: String) {
    let digits = title.prefix { $0.isASCII && $0.isNumber }
    let rest = title.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 4, rest.hasPrefix(". ") else { return (nil, title) }
    return (String(digits), String(rest.dropFirst(2)))
  }

  private func block(_ step: PlannedStep, title: String, prose: [Block]) -> Block.StepBlock {
    var blocks = prose
    var meta: Prose = []
    switch step.kind {
    case .work(let work):
      meta = place(of: work)
      blocks.append(.code(work.script?.description ?? ""))
    case .manual(let text):
      meta = [.text("By hand")]
      blocks.append(.paragraph(Self.lines(text.description)))
    case .confirm(let text):
      meta = [.text("Asks before it goes on")]
      blocks.append(.callout(nil, [.paragraph(Self.lines(text.description))]))
    case .wait, .assert, .approval, .note, .branch, .runbook: break
    }
    if let check = step.check {
      blocks.append(
        .paragraph([.quiet("It has worked when this succeeds, "), .quiet(place(of: check).plain), .quiet(":")]))
      blocks.append(.code(check.script?.description ?? ""))
    }
    return Block.StepBlock(
      id: step.id, number: numbers[step.id] ?? "", title: Self.split(title).title, meta: meta, blocks: blocks)
  }

  private static func lines(_ text: String) -> Prose {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { [Inline.text(String($0))] }
    return Array(lines.joined(separator: [.lineBreak]))
  }

  private func place(of script: Work<PlannedText>) -> Prose {
    var place: Prose = [.text("here")]
    if let host = script.host?.description {
      let machine = index.content.lab.things.first { thing in
        thing.name == host || thing.addresses.contains { $0.text == host }
          || index.content.lab.hostName(of: thing.id) == host
      }
      place = [.text("on "), machine.map { .page($0.id, host) } ?? .code(host)]
    }
    if let user = script.user?.description { place += [.text(" as "), .code(user)] }
    if let limit = script.timeoutMilliseconds { place.append(.text(", at most \(RunbookPage.duration(limit))")) }
    for secret in script.secrets { place += [.text(", with "), .code(secret)] }
    return place
  }
}
