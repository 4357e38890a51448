import Blueprint
import Diagnostics
import Documents
import Emitters
import LabModel
import Testing

/// A machine that is nothing but a machine.
private struct Computer: Machine {
  let id: ThingID
  let address: NetworkAddress
  let declared = SourceLocation("Lab/Hosts.swift", 3)
  let cores = 2
  let memory = DataSize.gib(2)
  let operatingSystem = OperatingSystem.debian13
  let summary = "a computer"
  let facts: [Fact] = []
  var failureDomain: ThingID { id }

  init(_ name: String, _ address: String) {
    id = ThingID("vm", name)
    self.address = NetworkAddress(address, on: ThingID("network", "lan"), prefix: 24)
  }
}

@Suite("Ansible project")
struct AnsibleEmitterTests {
  private let machines = [Computer("lb1", "192.0.2.251"), Computer("lb2", "192.0.2.252"), Computer("web", "192.0.2.9")]

  /// The files of a project, by path below `ansible/`.
  private func files(_ actions: [HostAction], handlers: [HostRole.Handler] = []) -> [String: String] {
    var pair = ExamplePair()
    pair.actions = actions
    pair.handlers = handlers
    var blueprint = Blueprint(for: ResolvedLab(name: "tests", domain: "lab.example", listed: machines))
    blueprint.roles = [pair.role]
    var log = DiagnosticLog()
    let artifacts = AnsibleEmitter().emit(blueprint, reporting: &log)
    return Dictionary(
      artifacts.map { (String($0.path.dropFirst("ansible/".count)), $0.text.text) }, uniquingKeysWith: { $1 })
  }

  private func tasks(_ actions: HostAction..., handlers: [HostRole.Handler] = []) -> String {
    files(actions, handlers: handlers)["roles/edge/tasks/things.yml"] ?? ""
  }

  @Test("the inventory has every machine, and a group for the role")
  func inventory() throws {
    let text = try #require(files([])["inventory.yml"])
    #expect(text.contains("    web:\n      ansible_host: 192.0.2.9\n"))
    #expect(text.contains("    edge:\n      hosts:\n        lb1: {}\n        lb2: {}\n"))
    #expect(text.contains("ansible_user: ops"))
  }

  @Test("a lab without machines gets no project")
  func empty() {
    var log = DiagnosticLog()
    #expect(AnsibleEmitter().emit(ExamplePair().blueprint, reporting: &log).isEmpty)
  }

  @Test("everything is reachable from site.yml")
  func site() {
    let files = files([])
    #expect(files["site.yml"]?.contains("import_playbook: load-balancer-edge.yml") == true)
    #expect(files["load-balancer-edge.yml"]?.contains("hosts: edge") == true)
    #expect(files["load-balancer-edge.yml"]?.contains("- role: edge") == true)
    #expect(files["roles/edge/tasks/main.yml"]?.contains("import_tasks: things.yml") == true)
    #expect(files["roles/edge/vars/main.yml"]?.contains("edge_packages:\n  - nginx") == true)
  }

  @Test("a file is copied from the role, checked before it replaces anything, and wakes its handler")
  func file() {
    let text = tasks(HostAction("Put it", .file("/etc/a b.conf", check: ["try", "a b"]), then: "Reload"))
    #expect(text.contains("src: etc/a b.conf"))
    #expect(text.contains("dest: /etc/a b.conf"))
    #expect(text.contains("validate: try 'a b' %s"))
    #expect(text.contains("mode: \"0644\""))
    #expect(text.contains("notify: Reload"))
  }

  @Test("a secret comes from the environment, and is asked for before anything needs it")
  func secret() {
    let secret = SecretReference("lab/fence", key: "password")
    let text = tasks(HostAction("Put the password", .secretFile("/etc/p", secret, purpose: "the password")))
    #expect(text.contains("that: lookup('ansible.builtin.env', 'RACKBOOK_SECRET_LAB_FENCE_PASSWORD') | length > 0"))
    #expect(text.contains("{{ lookup('ansible.builtin.env', 'RACKBOOK_SECRET_LAB_FENCE_PASSWORD') }}"))
    #expect(text.contains("mode: \"0400\""))
    #expect(text.contains("no_log: true"))
  }

  @Test("a shared key is made on the first host and never printed")
  func key() {
    let text = tasks(HostAction("Put the key", .sharedKey("/etc/k", length: 256), label: "key"))
    #expect(text.matches(of: /no_log: true/).count == 3)
    #expect(text.matches(of: /delegate_to: "\{\{ groups\['edge'\] \| first \}\}"/).count == 2)
    #expect(text.contains("force: false"))
    #expect(text.contains("register: edge_key\n"))
  }

  @Test("a command that only looks runs in check mode too, one that changes does not")
  func checkMode() {
    #expect(tasks(HostAction("Look", .command(["look"], .init()))).contains("check_mode: false"))
    #expect(!tasks(HostAction("Act", .command(["act"], .init(change: .always)))).contains("check_mode"))
    let rehearsed = tasks(HostAction("Act", .command(["act"], .init(change: .ifItPrints, rehearsal: "--check"))))
    #expect(rehearsed.contains("argv: \"{{ ['act'] + (['--check'] if ansible_check_mode else []) }}\""))
  }

  @Test("a command waits for what it expects, or fails without it")
  func expectations() {
    let waiting = tasks(
      HostAction(
        "Wait", .command(["who"], .init(expecting: .everyHost(matching: #"n="([^"]+)""#), attempts: 60)), label: "who"))
    #expect(
      waiting.contains(
        #"until: groups['edge'] | difference(edge_who.stdout | regex_findall('n="([^"]+)"')) | length == 0"#))
    #expect(waiting.contains("retries: 60"))
    let failing = tasks(HostAction("See", .command(["see"], .init(expecting: .contains("it's"))), label: "see"))
    #expect(failing.contains(#"failed_when: not ('it\'s' in edge_see.stdout)"#))
  }

  @Test(
    "conditions are expressions over earlier results",
    arguments: [
      (HostAction.Condition.changed("key"), "when: edge_key is changed\n"),
      (.answered("who", ending: "= edge"), "when: edge_who.stdout.endswith('= edge')\n"),
      (
        .any([.changed("key"), .not(.changed("file"))]),
        "when: (edge_key is changed) or (not (edge_file is changed))\n"
      ),
      (.all([.changed("key"), .changed("file")]), "when:\n    - edge_key is changed\n    - edge_file is changed\n"),
    ])
  func conditions(condition: HostAction.Condition, written: String) {
    #expect(tasks(HostAction("Stop", .stopped(["a.service"]), when: condition)).contains(written))
  }

  @Test(
    "text that Jinja would run comes out as text",
    arguments: ["{{ lookup('pipe', 'id') }}", "{% raw %}", "{# gone #}", "'{{' \\ \"{{\""])
  func jinja(text: String) {
    let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    let output = tasks(HostAction("Say", .command(["echo", text], .init())))
    let yaml = "{{ '\(escaped)' }}".replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    #expect(output.contains("- \"\(yaml)\""), "\(output)")
  }

  @Test("handlers restart units, or send a signal where something runs")
  func handlers() {
    let text =
      files(
        [],
        handlers: [
          HostRole.Handler("Restart it", .restart("it.service")),
          HostRole.Handler("Reload nginx", .signal("HUP", to: "^nginx: master")),
        ])["roles/edge/handlers/main.yml"] ?? ""
    #expect(text.contains("name: it.service\n    state: restarted"))
    #expect(text.contains("- \"^nginx: master\""))
    #expect(text.contains("failed_when: edge_reload_nginx.rc > 1"))
  }

  @Test("what is done once, is done once")
  func once() {
    #expect(tasks(HostAction("Apply", .command(["apply"], .init()), once: true)).contains("run_once: true"))
  }
}
