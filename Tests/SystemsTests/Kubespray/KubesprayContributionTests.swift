import Blueprint
import Compiler
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Testing

@testable import Systems

@Suite("What a kubespray cluster contributes")
struct KubesprayContributionTests {
  let example = ExampleCluster()

  private func blueprint(_ cluster: KubesprayCluster, and others: [any Component] = []) throws -> Blueprint {
    let compilation = compile(example.lab(cluster, and: others))
    return try #require(compilation.blueprint, "\(compilation.diagnostics.map(\.message))")
  }

  private var cluster: KubesprayCluster {
    KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4", serverNames: ["k8s.home.example"]) {
      example.parts
    }
  }

  private func balancer(in front: KubesprayCluster) -> LoadBalancer {
    LoadBalancer(
      "k8s-api", vip: example.lan["192.168.10.250"], fencing: .waived(because: "a test has nothing to fence")
    ) {
      VM(
        "lb1", id: 301, on: example.host, at: example.lan["192.168.10.251"], cores: 2, memory: .gib(2),
        disk: .gib(20), store: example.disks, from: example.template)
    }
    .fronts(front.apiServer)
  }

  @Test("a VIP in front of the API server is in the certificate without being asked for")
  func certificate() {
    let cluster = cluster
    let lab = example.lab(cluster, and: [balancer(in: cluster)])
    #expect(
      cluster.certificateNames(in: lab) == ["192.168.10.250", "k8s-api.lab.example", "k8s.home.example"])
    #expect(cluster.clientAddress(in: lab) == "192.168.10.250:6443")
  }

  @Test("a VIP in front of another cluster is not")
  func otherCertificate() {
    let other = KubesprayCluster("other", release: "2.31.0", kubernetes: "1.35.4") {
      ControlPlane(example.machine(6))
      Worker(example.machine(7))
      Worker(example.machine(8))
    }
    let lab = example.lab(cluster, and: [other, balancer(in: other)])
    #expect(cluster.certificateNames(in: lab) == ["k8s.home.example"])
    #expect(cluster.clientAddress(in: lab) == "192.168.10.231:6443")
  }

  @Test("a machine listed for two things is one node that does both")
  func roles() throws {
    let small = KubesprayCluster("small", release: "2.31.0", kubernetes: "1.35.4") {
      ControlPlane(example.machine(1))
      Worker(example.machine(1))
      Worker(example.machine(2))
      EtcdMember(example.machine(3))
      EtcdMember(example.machine(4))
    }
    let installation = try #require(blueprint(small).clusters.first)
    #expect(installation.nodes.map(\.roles) == [[.controlPlane, .etcd, .worker], [.worker], [.etcd], [.etcd]])
    #expect(small.kubernetesMachines.map(\.name) == ["node1", "node2"])
  }

  @Test("what is scraped has the machines' addresses")
  func scrapeTargets() throws {
    let targets = try blueprint(cluster).scrapeTargets
    #expect(targets.map(\.job) == ["homelab-etcd", "homelab-api", "homelab-kubelet", "homelab-kube-proxy"])
    #expect(targets.first?.addresses == [1, 2, 3].map { "192.168.10.23\($0):2381" })
    #expect(targets.map(\.addresses.count) == [3, 3, 5, 5])
  }

  @Test("every alert has an example, and a runbook that is contributed")
  func alerts() throws {
    let blueprint = try blueprint(cluster)
    let runbooks = Set(blueprint.procedures.map(\.id))
    for alert in cluster.alerts {
      #expect(alert.example != nil, "\(alert.name)")
      #expect(alert.runbook.map(runbooks.contains) == true, "\(alert.name)")
    }
  }

  @Test("runbooks know each member of etcd by the name that kubespray gives it")
  func facts() throws {
    let facts = try #require(blueprint(cluster).procedures.first).facts
    let values = Dictionary(facts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(
      values["etcd-initial-cluster"]
        == "etcd1=https://192.168.10.231:2380,etcd2=https://192.168.10.232:2380,etcd3=https://192.168.10.233:2380")
    #expect(facts.filter { $0.key == "control-plane-address" }.map(\.value) == (1...3).map { "192.168.10.23\($0)" })
    // A key that comes again is a list, and a list does not name a machine twice.
    #expect(Set(facts.map { "\($0.key) \($0.value)" }).count == facts.count)
    #expect(facts.filter(\.value.isEmpty).map(\.key) == [])
  }

  @Test("kubelet certificates are approved for this cluster's nodes and addresses only")
  func approver() throws {
    let settings = try #require(
      blueprint(cluster).clusters.first?.settings.first { $0.name == "k8s_cluster/certificates" }?.settings)
    let approver = try #require(settings["kubelet_csr_approver_values"])
    #expect(approver["providerRegex"] == .string("^(node1|node2|node3|node4|node5)$"))
    #expect(approver["providerIpPrefixes"] == .strings((1...5).map { "192.168.10.23\($0)/32" }))
  }
}
