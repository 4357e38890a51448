import Blueprint
import Documents
import LabModel

extension AnsibleTasks {
  /// A command as a list of words, so that no shell reads it.
  func command(_ words: [String], _ outcome: HostAction.Outcome) -> Node {
    let expected = outcome.expected.map(expression)
    let isRepeated = outcome.attempts > 1
    var node = task(
      ("ansible.builtin.command", ["argv": arguments(words, rehearsal: outcome.rehearsal)]),
      ("until", isRepeated ? expected.map { .string($0) } : nil),
      ("retries", isRepeated ? .int(outcome.attempts) : nil),
      ("delay", isRepeated ? 1 : nil),
      ("changed_when", changed(outcome.change)),
      ("check_mode", outcome.change == .never || outcome.rehearsal != nil ? false : nil),
      ("failed_when", failed(outcome, unless: isRepeated ? nil : expected)))
    if expected != nil || outcome.change == .ifItPrints { node["register"] = .string(result) }
    return node
  }

  /// The words; in check mode with the one that makes it a rehearsal.
  private func arguments(_ words: [String], rehearsal: String?) -> Node {
    guard let rehearsal else { return .strings(words.map(AnsibleText.literal)) }
    let list = words.map(AnsibleText.quoted).joined(separator: ", ")
    return "{{ [\(list)] + ([\(AnsibleText.quoted(rehearsal))] if ansible_check_mode else []) }}"
  }

  private func changed(_ change: HostAction.Outcome.Change) -> Node {
    switch change {
    case .never: false
    case .always: true
    case .ifItPrints: .string("\(result).stdout | length > 0")
    }
  }

  private func failed(_ outcome: HostAction.Outcome, unless expected: String?) -> Node? {
    if outcome.mayFail { return false }
    return expected.map { .string("not (\($0))") }
  }

  /// What must hold of the command's output.
  private func expression(_ expectation: HostAction.Outcome.Expectation) -> String {
    switch expectation {
    case .contains(let text):
      "\(AnsibleText.quoted(text)) in \(result).stdout"
    case .everyHost(let pattern):
      "groups['\(role.name)'] | difference(\(result).stdout | regex_findall(\(AnsibleText.quoted(pattern)))) | length == 0"
    }
  }
}
