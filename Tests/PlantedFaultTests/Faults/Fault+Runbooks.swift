import LabLanguage
import LabModel

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
    runbook("RB0715", "timeout=30s", "host=\"nowhere\""),
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

  static let alerts: [Fault] = [
    service("RB0801", where: { !$0.alerts.isEmpty }) { $0.alerts[0].runbook = "\($0.name)/gone" },
    service("RB0802", where: { !$0.alerts.isEmpty }) { $0.alerts[0].runbook = nil },
    service("RB0803", where: { !$0.alerts.isEmpty }) { $0.alerts.append($0.alerts[0]) },
    service("RB0804", where: { !$0.alerts.isEmpty }) { service in
      service.alerts[0].expression = " "
    },
  ]
}
