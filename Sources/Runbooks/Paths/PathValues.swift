/// The values of inputs and captures under which a runbook's paths are walked.
struct PathValues: Sendable {
  /// Everything that is decided by values alone, in the order of the steps.
  let sites: [ConditionSite]
  private let inputs: [RunbookInput]
  private let given: [String: String]
  private let search: ValueSearch
  private let plain: [Reference: String]

  /// Chooses values.
  ///
  /// - Parameters:
  ///   - plan: The runbook's plan.
  ///   - given: The values of inputs that are not to be chosen.
  init(_ plan: RunbookPlan, given: [String: String]) {
    self.given = given
    inputs = plan.inputs
    sites = plan.conditionSites
    search = ValueSearch(plan, fixed: Set(given.keys))
    plain = search.plainValues(given: given)
  }

  /// The values of captures where nothing is asked of them, by their names.
  var captures: [String: String] {
    var captures: [String: String] = [:]
    for case (.capture(let name), let value) in plain { captures[name] = value }
    return captures
  }

  /// The inputs for which no value was found.
  var missing: [String] { inputs.map(\.name).filter { plain[.input($0)] == nil } }

  /// The straight path of a mode: assertions and requirements hold, nothing is left out.
  func straightScenario(of mode: RunMode) -> Scenario { scenario(of: straightWorld(of: mode)) }

  /// The straight path of a mode, and one for each value of an input that may be chosen.
  func straightScenarios(of mode: RunMode) -> [Scenario] {
    var world = straightWorld(of: mode)
    var scenarios = [scenario(of: world)]
    for input in inputs where given[input.name] == nil {
      let usual = world.values[.input(input.name)]
      for value in input.samples where RunPreparation.problem(with: value, of: input) == nil {
        world.values[.input(input.name)] = value
        scenarios.append(scenario(of: world))
      }
      world.values[.input(input.name)] = usual
    }
    return scenarios
  }

  /// What has to be otherwise on a path for a site to give its answer, the least first.
  func scenarios(for site: ConditionSite, from former: Scenario) -> [Scenario] {
    var world = ValueSearch.World(mode: former.mode, values: plain)
    for (name, value) in former.inputs { world.values[.input(name)] = value }
    for (name, value) in former.captures { world.values[.capture(name)] = value }
    return search.worlds(for: site, from: world).map { scenario(of: $0, after: former) }
  }

  private func straightWorld(of mode: RunMode) -> ValueSearch.World {
    var world = ValueSearch.World(mode: mode, values: plain)
    var wanted: [ConditionSite] = []
    for site in sites where site.isStraight {
      let worlds = search.worlds(for: site, from: world)
      world = worlds.first { world in wanted.allSatisfy { search.holds($0, in: world) } } ?? worlds.first ?? world
      wanted.append(site)
    }
    return world
  }

  /// What a path is walked under for a world to be as it is.
  private func scenario(of world: ValueSearch.World, after former: Scenario = Scenario()) -> Scenario {
    var scenario = former
    scenario.mode = world.mode
    for input in inputs { scenario.inputs[input.name] = world.values[.input(input.name)] }
    let captures = world.values.compactMap { reference, value -> (String, String)? in
      guard case .capture(let name) = reference, value != plain[reference] else { return nil }
      return (name, value)
    }
    scenario.variations.removeAll { if case .captures = $0 { true } else { false } }
    scenario.variations += captures.sorted { $0.0 < $1.0 }.map { .captures($0.0, $0.1) }
    return scenario
  }
}
