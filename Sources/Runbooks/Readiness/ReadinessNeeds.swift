/// What a plan needs: programs here and on hosts, the hosts, and the files that say how clusters are reached.
struct ReadinessNeeds {
  /// A host, and the user on it.
  struct Host: Hashable {
    var name: String
    var user: String?
  }

  /// The programs by host, this machine under the empty name; whether the plan is sure to call them.
  private(set) var tools: [String: [String: Bool]] = [:]
  /// The hosts, each once, in the order of the steps.
  private(set) var hosts: [Host] = []
  /// The kubeconfig files that are read here; nothing in it for the usual one.
  private(set) var kubeconfigs: [String?] = []
  /// What is known only in the run.
  private(set) var open: [ReadinessFinding] = []
  private let inputs: [Reference: String]

  init(_ plan: RunbookPlan, inputs: [String: String]) {
    let standards = plan.inputs.compactMap { input in input.standard.map { (input.name, $0) } }
    let values = Dictionary(standards, uniquingKeysWith: { $1 }).merging(inputs) { $1 }
    self.inputs = Dictionary(values.map { (.input($0.key), $0.value) }, uniquingKeysWith: { $1 })
    for input in plan.inputs where values[input.name] == nil {
      tell("input \(input.name)", "not given; the run asks for it")
    }
    for probe in plan.steadyState?.probes ?? [] { take(probe.work, items: []) }
    for step in plan.allSteps {
      let items = step.loop?.items.map { $0.filled(with: self.inputs) } ?? []
      for work in step.works { take(work, items: items) }
      if case .approval = step.kind { need("ssh-keygen", on: "") }
    }
  }

  private mutating func take(_ work: Work<PlannedText>, items: [String]) {
    var places = [""]
    if let host = work.host {
      need("ssh", on: "")
      places = []
      for name in Set(resolved(host, items)).sorted() {
        guard Name.isHost(name) else {
          tell("host \(name)", "known only in the run")
          continue
        }
        let host = Host(name: name, user: work.user.flatMap { resolved($0, items).first { Name.isUser($0) } })
        if !hosts.contains(host) { hosts.append(host) }
        places.append(name)
      }
    }
    for place in places { take(work.kind, on: place, items) }
  }

  private mutating func take(_ kind: WorkKind<PlannedText>, on place: String, _ items: [String]) {
    switch kind {
    case .script(let text):
      need("bash", on: place)
      for word in ScriptWords.programs(of: text.filled(with: inputs)) { need(word, on: place, isSure: false) }
    case .command(let words): for word in words.prefix(1).flatMap({ resolved($0, items) }) { need(word, on: place) }
    case .copy: break
    case .kubectl(let call):
      need("kubectl", on: place)
      takeConfig(call, on: place)
    case .helm(let call):
      need("helm", on: place)
      takeConfig(call, on: place)
    case .request: need("curl", on: place)
    }
  }

  private mutating func takeConfig(_ call: ClusterCall<PlannedText>, on place: String) {
    let file = call.kubeconfig?.filled(with: inputs)
    if place.isEmpty, !kubeconfigs.contains(file) { kubeconfigs.append(file) }
  }

  /// A program; a name that a shell could take for something else is not asked for.
  private mutating func need(_ tool: String, on place: String, isSure: Bool = true) {
    guard ScriptWords.isProgram(tool) else { return }
    tools[place, default: [:]][tool] = isSure || tools[place]?[tool] == true
  }

  private mutating func tell(_ subject: String, _ reason: String) {
    let finding = ReadinessFinding(state: .cannotTell, subject: subject, reason: reason)
    if !open.contains(finding) { open.append(finding) }
  }

  /// The texts it can stand for: one, or one for each item of its loop.
  private func resolved(_ text: PlannedText, _ items: [String]) -> [String] {
    guard text.references.contains(.item) else { return [text.filled(with: inputs)] }
    return items.map { item in text.filled(with: inputs.merging([.item: item]) { $1 }) }
  }
}
