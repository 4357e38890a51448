import Blueprint
import Diagnostics
import LabLanguage
import LabModel
import Systems
import Testing

@Suite("Rules of kubespray clusters")
struct KubesprayRulesTests {
  let example = ExampleCluster()

  private func findings(_ cluster: KubesprayCluster, and others: [any Component] = []) -> [Diagnostic] {
    let lab = example.lab(cluster, and: others)
    return KubesprayCluster.descriptor.checks.flatMap { $0.findings(lab) }
  }

  private func cluster(
    release: String = "2.31.0", kubernetes: String = "1.35.4", dnsDomain: String = "cluster.local",
    networking: ClusterNetworking = ClusterNetworking(), etcd: EtcdSettings = EtcdSettings(),
    serverNames: [String] = [], variables: [KubesprayVariable] = [], parts: [any KubesprayPart]? = nil
  ) -> KubesprayCluster {
    KubesprayCluster(
      "homelab", release: release, kubernetes: kubernetes, dnsDomain: dnsDomain, networking: networking, etcd: etcd,
      serverNames: serverNames, variables: variables
    ) { parts ?? example.parts }
  }

  @Test("a sound cluster breaks no rule")
  func sound() {
    #expect(findings(cluster()).isEmpty)
  }

  @Test(
    "versions are held against what the release of kubespray has checksums for",
    arguments: [
      ("2.31.0", "1.35.4", []), ("2.31.0", "1.33.0", []), ("2.30.0", "1.34.3", []), ("2.29.1", "1.31.14", []),
      ("2.28.1", "1.30.0", []),
      ("2.31.0", "1.35.5", ["RB0308"]), ("2.31.0", "1.32.0", ["RB0308"]), ("2.31.0", "1.35", ["RB0308"]),
      ("2.31.0", "1.035.4", ["RB0308"]), ("2.31.0", "", ["RB0308"]), ("2.31.0", "1.-3.4", ["RB0308"]),
      ("2.31.0", "1.99999999999999999999.1", ["RB0308"]), ("2.31.0", "v1.35.4", ["RB0307"]),
      ("v2.31.0", "1.35.4", ["RB0307"]), ("2.3.1", "1.35.4", ["RB0306"]), ("", "1.35.4", ["RB0306"]),
    ] as [(String, String, [String])])
  func versions(release: String, kubernetes: String, codes: [String]) {
    #expect(findings(cluster(release: release, kubernetes: kubernetes)).map(\.code) == codes)
  }

  @Test("a version that another release installs leads there")
  func otherRelease() throws {
    let finding = try #require(findings(cluster(kubernetes: "1.32.5")).first)
    #expect(finding.solutions == ["2.30.0", "2.29.1", "2.28.1"].map { "use kubespray \($0), which does" })
  }

  @Test(
    "networks of pods and services are read, apart, and large enough",
    arguments: [
      (ClusterNetworking(pods: "10.233.64.0/18"), []),
      (ClusterNetworking(pods: "10.233.64.1/18"), ["RB0309"]),
      (ClusterNetworking(pods: "10.233.64.0"), ["RB0309"]),
      (ClusterNetworking(services: "fd85::/112"), ["RB0309"]),
      (ClusterNetworking(pods: "10.233.0.0/16"), ["RB0310"]),
      (ClusterNetworking(pods: "10.233.32.0/20"), ["RB0310"]),
      (ClusterNetworking(services: "192.168.0.0/16"), ["RB0310"]),
      (ClusterNetworking(pods: "0.0.0.0/0"), ["RB0310", "RB0310"]),
      (ClusterNetworking(nodePrefix: 16), ["RB0311"]),
      (ClusterNetworking(nodePrefix: 20), ["RB0311"]),
      (ClusterNetworking(nodePrefix: 26), ["RB0311"]),
      (ClusterNetworking(nodePrefix: 26, podsPerNode: 60), []),
      (ClusterNetworking(nodePrefix: Int.max), ["RB0311"]),
      (ClusterNetworking(nodePrefix: Int.min), ["RB0311"]),
      (ClusterNetworking(podsPerNode: 0), ["RB0311"]),
      (ClusterNetworking(nodePrefix: 23, podsPerNode: 300), ["RB0311"]),
    ])
  func networks(networking: ClusterNetworking, codes: [String]) {
    #expect(findings(cluster(networking: networking)).map(\.code) == codes)
  }

  @Test(
    "etcd's numbers are held against etcd's limits",
    arguments: [
      (EtcdSettings(), 0), (EtcdSettings(heartbeatMilliseconds: 1000, electionTimeoutMilliseconds: 50_000), 0),
      (EtcdSettings(heartbeatMilliseconds: 99, electionTimeoutMilliseconds: 1000), 1),
      (EtcdSettings(electionTimeoutMilliseconds: 1249), 1), (EtcdSettings(electionTimeoutMilliseconds: 1250), 0),
      (EtcdSettings(electionTimeoutMilliseconds: 50_001), 1), (EtcdSettings(electionTimeoutMilliseconds: Int.min), 1),
      (EtcdSettings(heartbeatMilliseconds: Int.max), 2), (EtcdSettings(quota: .gib(9)), 1),
      (EtcdSettings(quota: .mib(100)), 1), (EtcdSettings(dataDirectory: "var/lib/etcd"), 1),
      (EtcdSettings(dataDirectory: "/var/lib/../etc"), 1), (EtcdSettings(dataDirectory: "/a b"), 1),
      (EtcdSettings(dataDirectory: "/"), 1), (EtcdSettings(dataDirectory: ""), 1), (EtcdSettings(keptBackups: 0), 1),
    ])
  func etcd(settings: EtcdSettings, count: Int) {
    #expect(findings(cluster(etcd: settings)).map(\.code) == Array(repeating: "RB0318", count: count))
  }

  @Test(
    "names in the certificate are names or addresses",
    arguments: [
      ("k8s-api.lab.example", true), ("192.168.10.250", true), ("api", true), ("192.168.10.999", false),
      ("192.168.10", false), ("", false), ("-api", false), ("api_1", false), ("API", false), ("a..b", false),
      ("x\n- evil", false), (String(repeating: "a", count: 64), false),
    ])
  func serverNames(name: String, isAccepted: Bool) {
    #expect(findings(cluster(serverNames: [name])).map(\.code) == (isAccepted ? [] : ["RB0320"]))
  }

  @Test(
    "variables of one's own are neither Rackbook's, nor nearly so, nor set twice",
    arguments: [
      (["calico_mtu"], []), (["kube_version"], ["RB0316"]), (["calico_mtu", "calico_mtu"], ["RB0316"]),
      (["kube_proxymode"], ["RB0317"]), (["kubelet_maxpods"], ["RB0317"]), (["Kube"], ["RB0317"]),
      ([""], ["RB0317"]), (["a: b"], ["RB0317"]), (["kube_api_anonymous_auth"], []),
      (["etcd_metrics_service_labels"], []), (["kube_memory_reserved"], []),
    ])
  func variables(names: [String], codes: [String]) {
    let variables = names.map { KubesprayVariable($0, 1) }
    #expect(findings(cluster(variables: variables)).map(\.code) == codes)
  }

  @Test(
    "nodes run what kubespray is tried on",
    arguments: [
      (OperatingSystem("ubuntu", "22.04"), true), (OperatingSystem("ubuntu", "25.04"), false),
      (OperatingSystem("debian", "12"), true), (OperatingSystem("debian", "12.11"), true),
      (OperatingSystem("debian", "1"), false), (OperatingSystem("rocky", "9.4"), true),
      (OperatingSystem("arch", "rolling"), false),
    ])
  func systems(system: OperatingSystem, isAccepted: Bool) {
    let parts = example.parts.dropLast() + [Worker(example.machine(5, system: system))]
    #expect(findings(cluster(parts: Array(parts))).map(\.code) == (isAccepted ? [] : ["RB0312"]))
  }

  @Test("a system that kubespray does not know is taken at one's own risk")
  func unknownSystem() {
    let cluster = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4", allowsUnknownSystems: true) {
      example.parts.dropLast() + [Worker(example.machine(5, system: OperatingSystem("arch", "rolling")))]
    }
    #expect(findings(cluster).isEmpty)
  }

  @Test("a machine in two clusters is told once, with the other cluster")
  func twoClusters() throws {
    let other = KubesprayCluster("another", release: "2.31.0", kubernetes: "1.35.4") {
      ControlPlane(example.machine(6))
      Worker(example.machine(7))
      Worker(example.machine(5))
    }
    let found = findings(cluster(), and: [other])
    #expect(found.map(\.code) == ["RB0314"])
    #expect(found.first?.notes.map(\.subject) == [other.id])
  }

  @Test("an empty cluster is refused, not crashed on")
  func empty() {
    #expect(Set(findings(cluster(parts: [])).map(\.code)) == ["RB0301", "RB0302", "RB0304"])
  }
}
