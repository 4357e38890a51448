import Diagnostics
import LabModel
import Runbooks

/// The prose and the steps of a runbook, in the order in which they were written.
///
/// A heading whose first step bears its name becomes that step, with the prose between them; other headings begin sections.
struct RunbookBody {
  let index: ContentIndex
  let runbook: ResolvedRunbook
  private let steps: StepIndex

  init(index: ContentIndex, runbook: ResolvedRunbook) {
    self.index = index
    self.runbook = runbook
    steps = StepIndex(runbook.plan)
  }

  var sections: [Section] {
    var walk = Walk(body: self)
    for block in runbook.body { walk.take(block) }
    walk.flush()
    return walk.sections
  }

  private var markdown: MarkdownBlocks {
    MarkdownBlocks(runbook: runbook, index: index) { id in
      steps[id].map { [.steps([block($0, title: $0.title.description, prose: [])])] } ?? []
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
        guard let step = body.steps[id] else { return }
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

  private func block(_ step: PlannedStep, title: String, prose: [Block]) -> Block.StepBlock {
    let contents = StepContents(index: index, steps: steps, step: step) { steps in
      steps.map { block($0, title: $0.title.description, prose: []) }
    }
    let note: [Block] = prose.isEmpty && !step.note.isEmpty ? [.paragraph([.text(step.note)])] : []
    return Block.StepBlock(
      id: step.id, number: steps.numbers[step.id] ?? "", title: StepIndex.split(title).title, meta: contents.meta,
      blocks: (step.id.contains("/") ? note : prose) + contents.blocks)
  }
}
