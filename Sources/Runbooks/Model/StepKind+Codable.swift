extension StepKind: Codable where Text: Codable {
  private enum Key: String, CodingKey {
    case work, wait, assert, manual, confirm, approval, branch, runbook
    // Beside `note`, which is the prose before any step.
    case note = "say"
  }

  /// Reads what a step does: exactly one key says it.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    guard let key = values.allKeys.first, values.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a step does one thing, not \(values.allKeys.count)"))
    }
    switch key {
    case .work: self = .work(try values.decode(Work<Text>.self, forKey: key))
    case .wait: self = .wait(try values.decode(Wait<Text>.self, forKey: key))
    case .assert: self = .assert(try values.decode(Assertion<Text>.self, forKey: key))
    case .manual: self = .manual(try values.decode(Text.self, forKey: key))
    case .confirm: self = .confirm(try values.decode(Text.self, forKey: key))
    case .approval: self = .approval(try values.decode(Approval<Text>.self, forKey: key))
    case .note: self = .note(try values.decode(Text.self, forKey: key))
    case .branch: self = .branch(try values.decode(Branch<Text>.self, forKey: key))
    case .runbook: self = .runbook(try values.decode(SubRunbook<Text>.self, forKey: key))
    }
  }

  /// Writes what a step does under one key.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .work(let work): try values.encode(work, forKey: .work)
    case .wait(let wait): try values.encode(wait, forKey: .wait)
    case .assert(let assertion): try values.encode(assertion, forKey: .assert)
    case .manual(let text): try values.encode(text, forKey: .manual)
    case .confirm(let text): try values.encode(text, forKey: .confirm)
    case .approval(let approval): try values.encode(approval, forKey: .approval)
    case .note(let text): try values.encode(text, forKey: .note)
    case .branch(let branch): try values.encode(branch, forKey: .branch)
    case .runbook(let runbook): try values.encode(runbook, forKey: .runbook)
    }
  }
}
