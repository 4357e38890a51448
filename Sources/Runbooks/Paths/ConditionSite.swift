/// A place where a runbook compares values, and what has to hold for it to answer one way.
struct ConditionSite: Sendable {
  /// The answer.
  var element: PathElement
  /// What has to hold for it.
  var goal: Condition<PlannedText>
  /// Whether it is the answer of the straight path.
  var isStraight = false
  /// Whether its step stands in a loop, where a capture is that of the item.
  var isInLoop = false
}

extension RunbookPlan {
  /// Everything that is decided by values alone, in the order of the steps.
  var conditionSites: [ConditionSite] { Self.conditionSites(of: steps, isInLoop: false) }

  private static func conditionSites(of steps: [PlannedStep], isInLoop: Bool) -> [ConditionSite] {
    steps.flatMap { step in
      let isInLoop = isInLoop || step.loop != nil
      var sites = step.conditionSites
      for index in sites.indices { sites[index].isInLoop = isInLoop }
      if case .runbook(let sub) = step.kind { sites += conditionSites(of: sub.steps, isInLoop: isInLoop) }
      return sites
    }
  }
}

extension PlannedStep {
  fileprivate var conditionSites: [ConditionSite] {
    var sites: [ConditionSite] = []
    for test in guards {
      guard case .condition(let condition) = test.test else { continue }
      let part = test.decision.part
      let goesOn = test.decision != .skipIf
      sites.append(.init(element: .answer(id, part, true), goal: condition, isStraight: goesOn))
      sites.append(.init(element: .answer(id, part, false), goal: .not(condition), isStraight: !goesOn))
    }
    switch kind {
    case .assert(let assertion):
      let all = Condition.all(assertion.conditions)
      sites.append(.init(element: .answer(id, .action, true), goal: all, isStraight: true))
      sites.append(.init(element: .answer(id, .action, false), goal: .not(all)))
    case .branch(let branch):
      var before: [Condition<PlannedText>] = []
      for choice in branch.choices {
        let goal = Condition.all(before + [choice.condition])
        sites.append(.init(element: .choice(id, to: choice.target), goal: goal))
        before.append(.not(choice.condition))
      }
      if let otherwise = branch.otherwise {
        sites.append(.init(element: .choice(id, to: otherwise), goal: .all(before)))
      }
    case .work, .wait, .manual, .confirm, .approval, .note, .runbook: break
    }
    return sites
  }
}
