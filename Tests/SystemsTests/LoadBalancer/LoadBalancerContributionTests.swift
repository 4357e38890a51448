import Blueprint
import Compiler
import Diagnostics
import LabLanguage
import LabModel
import Systems
import Testing

@Suite("What a load balancer contributes")
struct LoadBalancerContributionTests {
  private let example = ExampleBalancer()

  @Test("what it fronts goes to every machine that answers")
  func streams() throws {
    let stream = try #require(example.blueprint(example.balancer()).loadBalancing.first?.streams.first)
    #expect(stream.port == 6443)
    #expect(stream.backends.map { "\($0.address):\($0.port)" } == ["192.168.10.231:6443"])
  }

  @Test("a service that is exposed through it goes to the node port of every worker")
  func sites() throws {
    let balancer = example.balancer()
    let wiki = example.service("wiki").exposed(at: "wiki.lab.example", through: balancer, port: 8080, nodePort: 30080)
    let site = try #require(example.blueprint(balancer, wiki).loadBalancing.first?.sites.first)
    #expect(site.host == "wiki.lab.example")
    #expect(site.port == 8080)
    #expect(site.backends.map { "\($0.address):\($0.port)" } == ["192.168.10.232:30080", "192.168.10.233:30080"])
  }

  @Test("a service that is exposed twice gets two sites with names of their own")
  func names() throws {
    let balancer = example.balancer()
    let wiki = example.service("wiki")
      .exposed(at: "wiki.lab.example", through: balancer, port: 8080, nodePort: 30080)
      .exposed(at: "wiki.lab.example", through: balancer, port: 8081, nodePort: 30081)
    let sites = try #require(example.blueprint(balancer, wiki).loadBalancing.first?.sites)
    #expect(sites.map(\.name) == ["wiki", "wiki-8081"])
  }

  @Test("each machine is switched off through the host of the other")
  func power() throws {
    let group = try #require(example.blueprint(example.balancer()).failoverGroups.first)
    #expect(group.members.map { $0.power?.api } == ["192.168.10.22", "192.168.10.21"])
    #expect(group.members.map { $0.power?.vmid } == [251, 252])
  }

  @Test("every file that the role copies is made by some emitter")
  func copiedFiles() throws {
    let compilation = example.compilation(example.balancer())
    let role = try #require(compilation.blueprint?.roles.first)
    let copied = role.sections.flatMap(\.actions).compactMap { action in
      if case .file(let path, _, _) = action.kind { path } else { nil }
    }
    #expect(copied.count == 5)
    let made = Set(compilation.artifacts.map(\.path))
    for path in copied { #expect(made.contains(HostRole.artifactPath(of: path, in: role.name)), "\(path)") }
  }

  @Test("every handler that an action names exists")
  func handlers() throws {
    let role = try #require(example.blueprint(example.balancer()).roles.first)
    let named = Set(role.sections.flatMap(\.actions).compactMap(\.handler))
    #expect(named == Set(role.handlers.map(\.title)))
  }

  @Test("every result that a condition asks for is one of an earlier action")
  func labels() throws {
    let role = try #require(example.blueprint(example.balancer()).roles.first)
    for section in role.sections {
      var known: Set<String> = []
      for action in section.actions {
        for label in action.condition.map(Self.labels) ?? [] { #expect(known.contains(label), "\(label)") }
        if let label = action.label { known.insert(label) }
      }
    }
  }

  private static func labels(_ condition: HostAction.Condition) -> [String] {
    switch condition {
    case .changed(let label), .answered(let label, _): [label]
    case .not(let inner): labels(inner)
    case .any(let parts), .all(let parts): parts.flatMap(labels)
    }
  }

  @Test("the password for fencing is named, and stands nowhere")
  func secret() throws {
    let blueprint = try example.blueprint(example.balancer())
    #expect(blueprint.secrets.map(\.reference) == [SecretReference("lab/fence", key: "password")])
  }

  @Test("without fencing there is no device, no password, no agent, and no drill that would split the address")
  func waived() throws {
    let blueprint = try example.blueprint(example.balancer(fencing: .waived(because: "a test")))
    #expect(blueprint.failoverGroups.first?.members.allSatisfy { $0.power == nil } == true)
    #expect(blueprint.secrets.isEmpty)
    #expect(blueprint.roles.first?.packages.contains("fence-agents") == false)
    let runbooks = blueprint.procedures.filter { $0.owner.kind == "load-balancer" }.map(\.id)
    #expect(runbooks.contains("k8s-api/vip-down"))
    #expect(!runbooks.contains("k8s-api/failover-drill"))
    #expect(!blueprint.alerts.contains { $0.alert.name == "LoadBalancerFencingDown" })
  }

  @Test("a balancer that fronts nothing yet compiles, runbooks and all")
  func idle() throws {
    let idle = LoadBalancer(
      "edge", vip: example.lan["192.168.10.249"], fencing: .waived(because: "a test")
    ) {
      for machine in example.balancer().machines { machine }
    }
    #expect(try example.blueprint(idle).loadBalancing.first?.streams.isEmpty == true)
  }

  @Test("every alert has a runbook, and samples that make it fire")
  func alerts() throws {
    let balancer = example.balancer()
    let wiki = example.service("wiki").exposed(at: "wiki.lab.example", through: balancer, nodePort: 30080)
    let blueprint = try example.blueprint(balancer, wiki)
    let alerts = blueprint.alerts.filter { $0.owner == balancer.id }.map(\.alert)
    let runbooks = Set(blueprint.procedures.map(\.id))
    #expect(alerts.count == 9)
    for alert in alerts {
      #expect(alert.runbook.map(runbooks.contains) == true, "\(alert.name)")
      #expect(alert.example != nil, "\(alert.name)")
    }
  }

  @Test("every job that an alert asks about is one that Prometheus is told to ask")
  func jobs() throws {
    let balancer = example.balancer()
    let wiki = example.service("wiki").exposed(at: "wiki.lab.example", through: balancer, nodePort: 30080)
    let blueprint = try example.blueprint(balancer, wiki)
    let jobs = Set(blueprint.scrapeTargets.map(\.job))
    for resource in blueprint.alerts where resource.owner == balancer.id {
      for job in resource.alert.expression.matches(of: /job="([^"]+)"/).map({ String($0.1) }) {
        #expect(jobs.contains(job), "\(resource.alert.name)")
      }
    }
  }

  @Test("losing one machine does not take it down, losing what it stands on is seen")
  func relations() {
    let balancer = example.balancer()
    #expect(!balancer.relations.contains { $0.kind.isDependency && $0.other.kind == "vm" })
    #expect(balancer.relations.contains(Relation(.heldBy, ThingID("vm", "lb1"))))
    #expect(balancer.relations.contains(Relation(.fronts, example.cluster.id)))
  }
}
