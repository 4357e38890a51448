import Diagnostics
import Documents
import LabModel

/// Faults of the ways round the language, of waivers and of rules of one's own.
extension Fault {
  static let hatches: [Fault] = [
    raw("RB0970", ["apiVersion": "v1", "kind": "ConfigMap"]),
    raw("RB0971", ["apiVersion": "v1", "kind": "ConfigMop", "metadata": ["name": "a", "namespace": "default"]]),
    raw(
      "RB0972",
      [
        "apiVersion": "v1", "kind": "Secret", "metadata": ["name": "a", "namespace": "default"],
        "stringData": ["password": "hunter2"],
      ]),
    other("RB0973", Native("disk", .terraform, because: "a trial", ["resources": [:]])),
    other("RB0974", ExtraFile("renovate", at: "renovate.json", because: "a trial", text: "{")),
    other("RB0975", ExtraFile("map", at: "source-map.json", because: "a trial", text: "{}")),
    other("RB0975", ExtraFile("away", at: "../away.txt", because: "a trial", text: "away")),
    other("RB0976", Patch("lost", of: "terraform/gone.tf.json", because: "a trial", .remove("/a"))),
    Fault("RB0977") { plan, _ in
      plan.others = [
        ExtraFile("poem", at: "notes/poem.txt", because: "a trial", text: "Roses are red."),
        Patch("verse", of: "notes/poem.txt", because: "a trial", .remove("/a")),
      ]
      return true
    },
    patch("RB0978", .remove("/nothing")),
    patch("RB0979", .replace("/size", with: 1)),
    patch("RB0980", .test("/size", equals: 2)),
    Fault("RB0981") { plan, _ in
      guard !plan.clusters.isEmpty else { return false }
      plan.rawObjects = [LabPlan.configMap("twice"), LabPlan.configMap("twice")]
      return true
    },
    other("RB0982", ExtraFile("silent", at: "notes/silent.txt", because: " ", text: "Why?")),
    raw(
      "RB0984",
      ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a", "namespace": "nowhere"], "data": ["a": "b"]]),
    other("RB0985", Waiver("RB9999", until: "2099-01-01", because: "a trial")),
    other("RB0986", Waiver("RB0107", until: "2099-01-01", because: "a trial")),
    other("RB0987", Waiver("RB0205", until: "soon", because: "a trial")),
    other("RB0988", Waiver("RB0205", until: "2020-01-01", because: "a trial")),
    other("RB0989", Waiver("RB0205", until: "2099-01-01", because: "a trial")),
    other("RB0993", Waiver("RB0205", until: "2099-01-01", because: " ")),
    other("RB0991", policy("RB9001")),
    Fault("RB0992") { plan, _ in
      plan.others = [policy("HOME002"), policy("HOME002")]
      return true
    },
    balancer("RB0910") { $0.account = "fence@pve\u{FFFE}" },
    Fault("RB0716") { plan, _ in
      plan.nas[0].version = "25.10\n"
      plan.runbooks.append(
        ("runbooks/truenas/look.md", "---\ntitle: Look at {{ nas.truenas.product }}\n---\n\nLook.\n"))
      return true
    },
  ]

  /// A thing that comes to the lab and is one fault.
  private static func other(_ code: String, _ thing: any Component) -> Fault {
    Fault(code) { plan, _ in
      plan.others = [thing]
      return true
    }
  }

  /// A raw object of the cluster that is one fault.
  private static func raw(_ code: String, _ object: Node) -> Fault {
    Fault(code) { plan, _ in
      guard !plan.clusters.isEmpty else { return false }
      plan.rawObjects = [object]
      return true
    }
  }

  /// A patch of a document that says `size: 1`.
  private static func patch(_ code: String, _ operation: Patch.Operation) -> Fault {
    Fault(code) { plan, _ in
      plan.others = [
        Native("sizes", .yaml(at: "notes/sizes.yaml"), because: "a trial", ["size": 1]),
        Patch("bigger", of: "notes/sizes.yaml", because: "a trial", operation),
      ]
      return true
    }
  }

  private static func policy(_ code: String) -> Policy {
    Policy(code, .error, "the lab is in order", why: "It has to be.", remedy: "Put it in order.") { _, _ in [] }
  }
}
