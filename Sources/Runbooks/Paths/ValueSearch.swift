/// Looks for values of inputs and captures under which conditions hold.
struct ValueSearch: Sendable {
  /// The most combinations of values that are tried for one condition.
  static let mostCombinations = 4_096
  /// The most solutions that are given for one condition.
  static let mostSolutions = 3

  /// What is known on a path.
  struct World: Sendable, Hashable {
    var mode: RunMode
    var values: [Reference: String]

    /// Whether a condition holds; what cannot be compared holds not.
    func satisfies(_ goal: Condition<PlannedText>) -> Bool {
      var filler = ValueFiller(values, missing: .isEmpty)
      return (try? goal.filled(with: &filler).judge(in: mode))?.holds == true
    }
  }

  private let inputs: [String: RunbookInput]
  private let captures: [String: [CaptureSource]]
  /// The inputs that stay as they are.
  private let fixed: Set<String>

  /// Takes a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - fixed: The names of the inputs that stay as they are.
  init(_ plan: RunbookPlan, fixed: Set<String>) {
    inputs = Dictionary(plan.inputs.map { ($0.name, $0) }) { first, _ in first }
    var captures: [String: [CaptureSource]] = [:]
    func collect(_ steps: [PlannedStep], items: Int?) {
      for step in steps {
        let items =
          step.loop.map { loop in
            // How many a captured list has is not known.
            loop.items.contains { !$0.references.isEmpty } ? 2 : loop.items.count
          } ?? items
        for capture in step.captures {
          captures[capture.name, default: []].append(.init(capture, of: step.work, items: items))
        }
        if case .runbook(let sub) = step.kind { collect(sub.steps, items: items) }
      }
    }
    collect(plan.steps, items: nil)
    self.captures = captures
    self.fixed = fixed
  }

  /// Values that inputs and captures have where nothing is asked of them.
  ///
  /// - Parameter given: The values of inputs that were given.
  /// - Returns: The values; an input for which none was found has none.
  func plainValues(given: [String: String]) -> [Reference: String] {
    var values: [Reference: String] = [:]
    for input in inputs.values {
      let candidates = [given[input.name], input.standard].compactMap { $0 } + input.samples
      values[.input(input.name)] = candidates.first { RunPreparation.problem(with: $0, of: input) == nil }
    }
    for (name, sources) in captures {
      let samples = (sources.first?.samples(named: name) ?? []) + ["1", "200", "yes"]
      let value = samples.first { value in sources.allSatisfy { $0.canGive(value) } } ?? samples.first
      let items = sources.compactMap(\.items).first
      values[.capture(name)] = items.flatMap { sources.first?.values(ofItems: $0, from: samples).first } ?? value
    }
    return values
  }

  /// Worlds in which a site gives its answer, those that differ least from a world first.
  func worlds(for site: ConditionSite, from world: World) -> [World] {
    let goal = site.goal
    if holds(site, in: world) { return [world] }
    let references = openReferences(of: goal)
    var combinations: [(world: World, changes: Int)] = [(world, 0)]
    for reference in references {
      let candidates = candidates(for: reference, in: goal, world)
      guard combinations.count * (candidates.count + 1) <= Self.mostCombinations else { break }
      combinations = combinations.flatMap { combination in
        [combination]
          + candidates.map { value in
            var changed = combination.world
            changed.values[reference] = value
            return (changed, combination.changes + 1)
          }
      }
    }
    let found = combinations.enumerated().filter { holds(site, in: $0.element.world) }
    return found.sorted { ($0.element.changes, $0.offset) < ($1.element.changes, $1.offset) }
      .prefix(Self.mostSolutions).map(\.element.world)
  }

  /// Whether a condition holds; in a loop, for one of its items.
  func holds(_ site: ConditionSite, in world: World) -> Bool {
    let goal = site.goal
    if world.satisfies(goal) { return true }
    guard site.isInLoop else { return false }
    var (first, last) = (world, world)
    for case .capture(let name) in openReferences(of: goal)
    where captures[name]?.contains(where: { $0.items != nil }) == true {
      let lines = (world.values[.capture(name)] ?? "").split(separator: "\n").map(String.init)
      first.values[.capture(name)] = lines.first
      last.values[.capture(name)] = lines.last
    }
    return first.satisfies(goal) || last.satisfies(goal)
  }

  /// The inputs and captures whose values may be chosen, in the order in which a condition names them.
  private func openReferences(of goal: Condition<PlannedText>) -> [Reference] {
    var found: [Reference] = []
    for (text, comparison) in goal.comparisons {
      for reference in text.references + comparison.values.flatMap(\.references) where !found.contains(reference) {
        switch reference {
        case .input(let name): if inputs[name] != nil, !fixed.contains(name) { found.append(reference) }
        case .capture(let name): if captures[name] != nil { found.append(reference) }
        case .item: break
        }
      }
    }
    return found
  }

  /// Values worth trying for a reference, by what a condition compares it with.
  private func candidates(
    for reference: Reference, in goal: Condition<PlannedText>, _ world: World
  ) -> [String] {
    var found: [String] = []
    var filler = ValueFiller(world.values, missing: .isEmpty)
    for (text, comparison) in goal.comparisons {
      let wanted = comparison.filled(with: &filler)
      if text.references.contains(reference) {
        found += wanted.candidates.compactMap { text.value(of: reference, soThatItIs: $0, filler: &filler) }
      }
      for value in comparison.values where value.references.contains(reference) {
        let mirrored = Comparison(wanted.operator, [filler.value(text)])
        found += mirrored.candidates.compactMap { value.value(of: reference, soThatItIs: $0, filler: &filler) }
      }
    }
    switch reference {
    case .input(let name):
      guard let input = inputs[name] else { return [] }
      found += input.samples
      found = found.filter { RunPreparation.problem(with: $0, of: input) == nil }
    case .capture(let name):
      let sources = captures[name] ?? []
      found += sources.flatMap { $0.samples(named: name) }
      if let source = sources.first(where: { $0.items != nil }), let items = source.items {
        found = source.values(ofItems: items, from: found)
      } else {
        found = found.filter { value in sources.allSatisfy { $0.canGive(value) } }
      }
    case .item: return []
    }
    var seen: Set<String> = [world.values[reference] ?? ""]
    return found.filter { seen.insert($0).inserted }
  }
}

extension PlannedText {
  /// The value that a reference must have for the text to read as wanted; nothing where no value does that.
  fileprivate func value(of reference: Reference, soThatItIs wanted: String, filler: inout ValueFiller) -> String? {
    guard references == [reference], let place = parts.firstIndex(of: .value(reference)) else {
      return references.count > 1 ? wanted : nil
    }
    var (before, after) = (PlannedText(), PlannedText())
    for part in parts[..<place] { if case .text(let text) = part { before.append(text) } }
    for part in parts[(place + 1)...] { if case .text(let text) = part { after.append(text) } }
    let (head, tail) = (filler.value(before), filler.value(after))
    guard wanted.hasPrefix(head), wanted.hasSuffix(tail), wanted.count >= head.count + tail.count else { return nil }
    return String(wanted.dropFirst(head.count).dropLast(tail.count))
  }
}
