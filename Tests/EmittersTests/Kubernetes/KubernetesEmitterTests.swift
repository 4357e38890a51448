import Blueprint
import Diagnostics
import Documents
import LabModel
import Testing

@testable import Emitters

@Suite("Kubernetes emitter")
struct KubernetesEmitterTests {
  private let cluster = ThingID("cluster", "home")
  private let place = SourceLocation("Lab.swift", 1)

  private func workload(_ name: String, in namespace: String = "apps", _ change: (inout PodTemplate) -> Void = { _ in })
    -> WorkloadResource
  {
    var template = PodTemplate()
    template.containers = [Container(image: "nginx:1.28.0", ports: [.tcp(80)], declared: place)]
    change(&template)
    return WorkloadResource(
      owner: ThingID("service", name), origin: place, cluster: cluster, namespace: namespace, name: name,
      template: template)
  }

  private func emit(_ workloads: [WorkloadResource]) -> [String: String] {
    var blueprint = Blueprint(for: ResolvedLab(name: "lab", domain: "lab.example", listed: []))
    var contents = ClusterContents(cluster: cluster, origin: place, kubernetes: "1.35.4")
    var namespace = NamespaceResource(owner: ThingID("namespace", "apps"), origin: place, name: "apps")
    namespace.workloads = workloads
    contents.namespaces = [namespace]
    blueprint.contents = [contents]
    var log = DiagnosticLog()
    let artifacts = KubernetesEmitter().emit(blueprint, reporting: &log)
    #expect(log.diagnostics.isEmpty)
    return Dictionary(
      uniqueKeysWithValues: artifacts.map { ($0.path.replacing("kubernetes/home/", with: ""), $0.text.text) })
  }

  private func text(_ file: String, of workload: WorkloadResource) throws -> String {
    try #require(emit([workload])["apps/\(workload.name)/\(file).yaml"])
  }

  @Test("a cluster without namespaces gets no manifests")
  func nothing() {
    var blueprint = Blueprint(for: ResolvedLab(name: "lab", domain: "lab.example", listed: []))
    blueprint.contents = [ClusterContents(cluster: cluster, origin: place, kubernetes: "1.35.4")]
    var log = DiagnosticLog()
    #expect(KubernetesEmitter().emit(blueprint, reporting: &log).isEmpty)
  }

  @Test("every file but the kustomization stands in the kustomization")
  func complete() throws {
    let files = emit([workload("web"), workload("wiki")])
    let listed = try #require(files["kustomization.yaml"])
    #expect(files.count == 6)
    for path in files.keys where path != "kustomization.yaml" { #expect(listed.contains("  - \(path)\n")) }
  }

  @Test("a network policy allows what the traffic names, both ways, and questions to name servers")
  func traffic() throws {
    var web = workload("web")
    var traffic = Traffic()
    traffic.incoming = [.init(.workload(namespace: "apps", name: "proxy"), ports: [.tcp(80)], origin: place)]
    traffic.outgoing = [
      .init(.workload(namespace: "data", name: "db"), ports: [.tcp(5432)], origin: place),
      .init(.addresses(["192.168.10.5/32"]), ports: [], origin: place),
    ]
    web.traffic = traffic
    let policy = try text("networkpolicy", of: web)
    let halves = policy.split(separator: "  egress:\n").map(String.init)
    let incoming = try #require(halves.first)
    let outgoing = try #require(halves.last)
    #expect(halves.count == 2)
    #expect(incoming.split(separator: "- from:").count == 2)
    #expect(incoming.contains("app.kubernetes.io/name: proxy\n"))
    #expect(outgoing.split(separator: "- to:").count == 4)
    #expect(outgoing.contains("kubernetes.io/metadata.name: data\n"))
    #expect(outgoing.contains("app.kubernetes.io/name: db\n"))
    #expect(outgoing.contains("cidr: 192.168.10.5/32\n"))
    #expect(outgoing.contains("port: 53\n"))
  }

  @Test("a workload whose traffic is not limited has no network policy")
  func open() {
    #expect(emit([workload("web")])["apps/web/networkpolicy.yaml"] == nil)
  }

  @Test("a volume that is on one node at a time is let go before the new pod starts")
  func recreate() throws {
    var web = workload("web")
    #expect(try text("deployment", of: web).contains("type: RollingUpdate\n"))
    let claim = ClaimResource(
      owner: web.owner, origin: place, name: "web-data", size: .gib(1), storageClass: "iscsi", access: "ReadWriteOnce",
      persistentVolume: nil)
    web.claims = [.init(volume: "data", claim: claim, isOwn: true)]
    #expect(try text("deployment", of: web).contains("type: Recreate\n"))
    #expect(try text("claims", of: web).contains("storage: 1Gi\n"))
  }

  @Test("no value of a secret has a way into a manifest: only its path and key stand there")
  func secrets() throws {
    let web = workload("web") { template in
      template.containers[0].settings.environment = [
        Environment("PASSWORD", from: SecretReference("apps/web db", key: "pass"))
      ]
    }
    let secret = try text("externalsecret", of: web)
    #expect(secret.contains("secretKey: apps-web-db.pass\n"))
    #expect(secret.contains("key: apps/web db\n"))
    #expect(try text("deployment", of: web).contains("key: apps-web-db.pass\n"))
  }

  @Test("replicas have a disruption budget and are spread; one pod has neither", arguments: [1, 3])
  func replicas(count: Int) throws {
    let web = workload("web") { $0.workloads = [.deployment(Deployment(replicas: count))] }
    #expect((emit([web])["apps/web/poddisruptionbudget.yaml"] != nil) == (count > 1))
    #expect(try text("deployment", of: web).contains("topologySpreadConstraints:") == (count > 1))
  }

  @Test(
    "a namespace keeps the strictest Pod Security level that its pods keep",
    arguments: [
      (SecurityContext(nonRoot: true, drop: ["ALL"]), "restricted"), (SecurityContext(user: 1000), "baseline"),
      (SecurityContext(add: ["NET_ADMIN"]), "privileged"), (SecurityContext(privileged: true), "privileged"),
      (SecurityContext(nonRoot: true, drop: ["ALL"], seccomp: .unconfined), "privileged"),
    ])
  func podSecurity(context: SecurityContext, level: String) throws {
    let web = workload("web") { $0.containers[0].settings.security = [context] }
    let namespace = try #require(emit([web])["apps/namespace.yaml"])
    #expect(namespace.contains("pod-security.kubernetes.io/enforce: \(level)\n"))
  }

  @Test("a changed file changes the pods' annotation, so that they are made anew")
  func digest() throws {
    var web = workload("web")
    web.configDigest = "0123456789abcdef"
    #expect(try text("deployment", of: web).contains("0123456789abcdef"))
  }
}
