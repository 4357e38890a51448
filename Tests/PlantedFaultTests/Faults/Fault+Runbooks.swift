import LabLanguage
import LabModel
import TestNumbers

extension Fault {
  static let runbooks: [Fault] = [
    runbook("RB0701", "## Look", "## Look\u{7}"),
    runbook("RB0702", "---\n", ""),
    runbook("RB0703", "inputs:", "sympton: [it hangs]\ninputs:"),
    runbook("RB0704", "title:", "summary:"),
    runbook("RB0705", "timeout=30s}", "timeout=30s"),
    runbook("RB0706", "timeout=30s", "timeuot=30s"),
    runbook("RB0707", "timeout=30s", "timeout=soon"),
    Fault("RB0708") { plan, numbers in
      guard !plan.runbooks.isEmpty else { return false }
      let index = numbers.int(0...plan.runbooks.count - 1)
      plan.runbooks[index].text += "```bash {step=\"look\"}\necho again\n```\n"
      return true
    },
    runbook("RB0709", "## Look\n", "## Look\n\n```bash {check=\"look\"}\ntrue\n```\n"),
    runbook("RB0710", "{{ service.name }}", "{{ service.name"),
    runbook("RB0711", "service.name", "service.nmae"),
    runbook("RB0712", "inputs: [reason]\n", ""),
    runbook("RB0713", "inputs: [reason]", "inputs: [reason, host]"),
    runbook("RB0714", "{{ service.name }}", "\"docker has {{ vm.docker1.memory }}\""),
    runbook("RB0715", "timeout=30s", "timeout=30s host=\"nowhere\""),
    runbook("RB0717", "timeout=30s", "timeout=30s only-if=\"mode == real and\""),
    runbook("RB0718", "timeout=30s", "timeout=30s only-if=\"service.name = web\""),
    runbook("RB0719", "timeout=30s", "timeout=30s expect=\"output matches '['\""),
    runbook("RB0720", "timeout=30s", "timeout=30s on-failure=gone"),
    step("RB0721", "```runbook {step=\"call\"}\n{{ service.name }}/gone\n```\n"),
    step("RB0722", "```runbook {step=\"call\"}\n{{ service.name }}/down\n```\n"),
    Fault("RB0723") { plan, numbers in
      guard !plan.runbooks.isEmpty else { return false }
      let index = numbers.int(0...plan.runbooks.count - 1)
      let folder = plan.runbooks[index].path.split(separator: "/").dropLast().joined(separator: "/")
      plan.runbooks[index].text += "```runbook {step=\"call\"}\n{{ service.name }}/called\nextra: 1\n```\n"
      plan.runbooks.append(("\(folder)/called.md", "---\ntitle: Called\n---\n"))
      return true
    },
    step("RB0724", "```bash {step=\"loop\"}\necho {{ item }}\n```\n"),
    runbook("RB0726", "timeout=30s", "timeout=30s only-if=\"service.name > few\""),
    step("RB0727", "```note {step=\"say\"}\n{{ capture.gone }}\n```\n"),
    runbook("RB0728", "timeout=30s", "timeout=30s locks=\"vm/gone\""),
    step("RB0732", "```approval {step=\"agreed\" from=ada count=2}\nGo on?\n```\n"),
    Fault("RB0781") { plan, numbers in
      guard !plan.runbooks.isEmpty else { return false }
      plan.runbooks[numbers.int(0...plan.runbooks.count - 1)].path = "runbooks/gone/down.md"
      return true
    },
    Fault("RB0782") { plan, _ in
      guard let cluster = plan.clusters.first else { return false }
      plan.runbooks.append(("runbooks/\(cluster.name)/etcd-restore.md", "---\ntitle: Our own\n---\n"))
      return true
    },
  ]

  /// One more step at the end of a runbook.
  private static func step(_ code: String, _ text: String) -> Fault {
    Fault(code) { plan, numbers in
      guard !plan.runbooks.isEmpty else { return false }
      plan.runbooks[numbers.int(0...plan.runbooks.count - 1)].text += text
      return true
    }
  }

  static let alerts: [Fault] = [
    service("RB0801", where: { !$0.alerts.isEmpty }) { $0.alerts[0].runbook = "\($0.name)/gone" },
    service("RB0802", where: { !$0.alerts.isEmpty }) { $0.alerts[0].runbook = nil },
    service("RB0803", where: { !$0.alerts.isEmpty }) { $0.alerts.append($0.alerts[0]) },
    service("RB0804", where: { !$0.alerts.isEmpty }) { service in
      service.alerts[0].expression = " "
    },
  ]
}
