import Blueprint
import Compiler
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Systems
import Testing

@Suite("A plan knows raw documents, patches, files of one's own, namespaces and classes of volumes")
struct HatchPlanTests {
  struct Values: Sendable {
    var kind = "PersistentVolumeClaim"
    var size = "10Gi"
    var replicas: Node = 2
    var text = "one"
    var namespace = "apps"
    var reclaim = StorageClass.Reclaim.retain
    var hasDocument = true

    var resolved: ResolvedLab {
      let lan = Network("lan", "192.168.10.0/24", line: 1)
      let nas = TrueNAS("nas", version: "25.10", at: lan["192.168.10.5"], line: 2) {
        Pool("tank", size: .tib(4), line: 3)
      }
      let cluster = ExistingCluster("home", kubernetes: "1.35", line: 4)
      let space = Namespace("apps", in: cluster, named: namespace, line: 5)
      let media = StorageClass("media", on: nas.pools[0], protocol: .nfs, reclaim: reclaim, line: 6)
      let video = Volume("video", .gib(10), on: media, at: "/video", line: 7).shared()
      let service = Service("jellyfin", in: space, "films", line: 8) {
        Container("jellyfin/jellyfin:10.11", port: 8096, line: 9)
        video
      }.notBackedUp(because: "a test")
      let claim = Native(
        "claim", .kubernetes(cluster), because: "made by hand",
        [
          "apiVersion": "v1", "kind": .string(kind), "metadata": ["name": "x", "namespace": "apps"],
          "spec": ["storage": .string(size)],
        ], line: 10)
      let patch = Patch(
        "replicas", of: "kubernetes/home/\(namespace)/jellyfin/deployment.yaml", because: "two see more",
        .replace("/spec/replicas", with: replicas, line: 12), line: 11)
      let file = ExtraFile("note", at: "NOTE.md", because: "says what this is", text: text, line: 13)
      let things: [any Component] = [lan, nas, cluster, space, media, service, patch, file]
      return ResolvedLab(name: "test", domain: "lab.example", listed: things + (hasDocument ? [claim] : []))
    }

    /// The plan for the same lab with other values.
    func plan(_ change: (inout Values) -> Void) -> Plan {
      var changed = self
      change(&changed)
      return Plan(
        from: BuildState(of: compile(resolved, withPortal: false)),
        to: BuildState(of: compile(changed.resolved, withPortal: false)))
    }
  }

  typealias Change = @Sendable (inout Values) -> Void

  static let changes: [(says: String, risk: Risk, of: ThingID, change: Change)] = [
    ("document, spec, storage: 10Gi -> 20Gi", .restart, ThingID("native", "claim"), { $0.size = "20Gi" }),
    ("operations, replace /spec/replicas: 2 -> 3", .restart, ThingID("patch", "replicas"), { $0.replicas = 3 }),
    ("content: 0 lines, ", .none, ThingID("extra-file", "note"), { $0.text = "two" }),
    ("namespace: apps -> ", .data, ThingID("namespace", "apps"), { $0.namespace = "home-apps" }),
    (
      "whether data outlives its claim: yes -> no", .replacement, ThingID("storage-class", "media"),
      { $0.reclaim = .delete }
    ),
  ]

  @Test("value by value", arguments: 0..<changes.count)
  func value(number: Int) throws {
    let (says, risk, id, change) = Self.changes[number]
    let accepted = compile(Values().resolved, withPortal: false)
    #expect(accepted.isAccepted, "\(accepted.diagnostics)")
    let plan = Values().plan(change)
    let thing = try #require(plan.things.first { $0.id == id }, "\(plan.things.map(\.id))")
    let phrases = thing.changes.map { "\($0.label): \($0.old ?? "") -> \($0.new ?? "")" }
    #expect(phrases.contains { $0.hasPrefix(says) }, "\(phrases)")
    #expect(thing.risk == risk, "\(thing.changes)")
  }

  @Test(
    "a raw document that goes takes data along where it is of a kind that holds data",
    arguments: [("PersistentVolumeClaim", Risk.data), ("Pod", Risk.downtime)])
  func removed(kind: String, risk: Risk) throws {
    var values = Values()
    values.kind = kind
    let plan = values.plan { $0.hasDocument = false }
    let thing = try #require(plan.things.first { $0.id == ThingID("native", "claim") })
    #expect(thing.kind == .removed && thing.risk == risk, "\(thing)")
  }
}
