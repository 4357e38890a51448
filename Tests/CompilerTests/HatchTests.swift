import Blueprint
import Compiler
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Testing

private let lan = Network("lan", "192.168.1.0/24", gateway: "192.168.1.1", dns: ["192.168.1.1"])
private let pve = ProxmoxHost("pve", at: lan["192.168.1.10"], cores: 8, memory: .gib(32))
private let local = Datastore("local-lvm")
private let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
private let docker = VM(
  "docker", id: 101, on: pve, at: lan["192.168.1.20"], cores: 4, memory: .gib(8), disk: .gib(64), store: local,
  from: debian)
private let main = "terraform/home/main.tf.json"
private let cores = "/resource/proxmox_virtual_environment_vm/docker/cpu/cores"

private func compiled(_ hatches: any Component..., files: [String: [UInt8]] = [:]) -> Compilation {
  let lab = ResolvedLab(name: "home", domain: "home.arpa", listed: [lan, pve, local, debian, docker] + hatches)
  return compile(lab, files: files, withPortal: false)
}

private func patch(_ operations: Patch.Operation..., of path: String = main) -> Compilation {
  var listed: [any Component] = []
  for (number, operation) in operations.enumerated() {
    listed.append(Patch("change-\(number)", of: path, because: "a test", operation))
  }
  let lab = ResolvedLab(name: "home", domain: "home.arpa", listed: [lan, pve, local, debian, docker] + listed)
  return compile(lab, withPortal: false)
}

extension Compilation {
  fileprivate var codes: [String] { diagnostics.map(\.code) }

  fileprivate func text(_ path: String) -> String? { artifacts.first { $0.path == path }?.text.text }
}

@Suite("Ways round the language")
struct HatchTests {
  @Test("a raw document becomes a file whose every line comes from its declaration")
  func native() throws {
    let play = Native("motd", .ansiblePlaybook, because: "a greeting", [["hosts": "all", "tasks": []]])
    let made = try #require(compiled(play).artifacts.first { $0.path == "ansible/motd.yml" })
    #expect(made.text.text.hasSuffix("---\n- hosts: all\n  tasks: []\n"))
    #expect(made.text.text.contains("# Raw: a greeting.\n"))
    #expect(made.text.origins.allSatisfy { $0 == play.declared })
  }

  static let refusals: [(Native.Format, Node, String)] = [
    (.ansiblePlaybook, [["host": "all"]], "RB0973"),
    (.ansiblePlaybook, [["hosts": "all", "task": []]], "RB0973"), (.ansiblePlaybook, ["hosts": "all"], "RB0973"),
    (.terraform, ["resource": ["null_resource": 1]], "RB0973"), (.terraform, [1], "RB0973"),
    (.prometheusRules, ["groups": [["name": "a", "rules": [["alert": "Down"]]]]], "RB0973"),
    (
      .prometheusRules, ["groups": [["name": "a", "rules": [["alert": "Down", "exp": "up", "expr": "up"]]]]], "RB0973"
    ),
  ]

  @Test("a document that its tool would not take is refused, with the code of what is wrong", arguments: refusals)
  func refused(format: Native.Format, document: Node, code: String) {
    let found = compiled(Native("raw", format, because: "a test", document))
    #expect(found.codes == [code], "\(found.diagnostics.map(\.message))")
  }

  @Test("a resource that Rackbook makes cannot be declared again in a raw document")
  func declaredTwice() {
    let again = Native(
      "again", .terraform, because: "a test", ["resource": ["proxmox_virtual_environment_vm": ["docker": [:]]]])
    let other = Native(
      "other", .terraform, because: "a test", ["resource": ["proxmox_virtual_environment_vm": ["docker2": [:]]]])
    #expect(compiled(again).codes == ["RB0981"])
    #expect(compiled(other).codes == [])
  }

  @Test("a patch changes the tree; the changed line comes from the operation, the others from where they came")
  func patched() throws {
    let before = try #require(compiled().text(main)).split(separator: "\n")
    let replacing = Patch.Operation.replace(cores, with: 6)
    let compilation = compiled(Patch("cores", of: main, because: "the board is old", replacing))
    let made = try #require(compilation.artifacts.first { $0.path == main })
    let after = made.text.text.split(separator: "\n")
    let changed = after.indices.filter { after[$0] != before[$0] }
    #expect(compilation.isAccepted && after.count == before.count && changed.count == 1)
    #expect(changed.allSatisfy { after[$0].contains("\"cores\": 6") })
    #expect(made.text.origins.indices.filter { made.text.origins[$0] == replacing.declared } == changed)
  }

  @Test("a patched YAML file says so at its top, and why")
  func remark() throws {
    let compilation = patch(.add("/all/vars/motd", "hello"), of: "ansible/inventory.yml")
    let text = try #require(compilation.text("ansible/inventory.yml"))
    #expect(text.hasPrefix("# Patched (change-0): a test.\n") && text.contains("\n    motd: hello\n"))
  }

  @Test(
    "an operation that does not fit is an error on its line",
    arguments: [
      (Patch.Operation.replace(cores, with: 4), "RB0979"), (.add(cores, 4), "RB0979"),
      (.merge(["cpu": ["cores": 4]], at: "/resource/proxmox_virtual_environment_vm/docker"), "RB0979"),
      (.replace(cores + "s", with: 4), "RB0978"), (.remove("/resource/nothing"), "RB0978"),
      (.add(cores + "/x", 1), "RB0978"), (.remove(""), "RB0978"), (.replace("resource", with: 1), "RB0978"),
      (.replace("/resource~2", with: 1), "RB0978"), (.merge(["nothing": .null]), "RB0978"),
      (.test(cores, equals: 8), "RB0980"), (.replace("/resource", with: 1), "RB0973"),
    ])
  func misfit(operation: Patch.Operation, code: String) throws {
    let compilation = patch(operation)
    #expect(compilation.codes == [code], "\(compilation.diagnostics.map(\.message))")
    #expect(code == "RB0973" || compilation.diagnostics.first?.location == operation.declared)
  }

  @Test("a patch may find what it wants already there, where it says so")
  func allowed() {
    let patch = Patch("cores", of: main, because: "a test", .replace(cores, with: 4))
    #expect(compiled(patch.allowingNoChange).codes == [])
    let missing = Patch("cores", of: main, because: "a test", .remove("/nothing"))
    #expect(compiled(missing.allowingNoChange).codes == ["RB0978"])
  }

  @Test("a file that is not made, or is no tree, cannot be patched; a near miss is named")
  func wrongFile() {
    let near = compiled(Patch("a", of: "terraform/home/man.tf.json", because: "a test", .remove("/x")))
    #expect(near.codes == ["RB0976"])
    #expect(near.diagnostics.first?.solutions == ["did you mean '\(main)'?"])
    let file = ExtraFile("readme", at: "README.md", because: "a signpost", text: "Hello")
    #expect(compiled(file, Patch("a", of: "README.md", because: "a test", .remove("/x"))).codes == ["RB0977"])
  }

  @Test("later operations see what earlier ones did, of one patch and of the next")
  func order() {
    let compilation = patch(
      .add("/locals", ["list": ["a", "c"]]), .add("/locals/list/1", "b"), .add("/locals/list/-", "d"),
      .test("/locals/list", equals: ["a", "b", "c", "d"]), .remove("/locals/list/0"),
      .merge(["locals": ["list": .null, "text": "e"]]), .test("/locals", equals: ["text": "e"]))
    #expect(compilation.codes == [], "\(compilation.diagnostics.map(\.message))")
  }

  @Test("a file of one's own is written as it is, and belongs to its declaration")
  func extraFile() throws {
    let text = ExtraFile("readme", at: "docs/README.md", because: "a signpost", text: "Hello")
    let copied = ExtraFile("renovate", at: "renovate.json", because: "images", from: "files/renovate.json")
    let compilation = compiled(text, copied, files: ["files/renovate.json": Array(#"{"a": 1}"#.utf8)])
    #expect(compilation.text("docs/README.md") == "Hello\n")
    #expect(compilation.text("renovate.json") == "{\"a\": 1}\n")
    #expect(compilation.artifacts.first { $0.path == "renovate.json" }?.text.origins == [copied.declared])
    #expect(compilation.hatches.description == "2 files of one's own")
  }

  @Test(
    "content that cannot be read is refused",
    arguments: [
      ("files/a.json", "x.json", Array("{".utf8)), ("files/a.txt", "x.txt", [0x66, 0xFF]), ("files/a", "x", [0x66, 0]),
      ("../a", "x", []), ("/etc/passwd", "x", []), ("files/none", "x", nil),
    ] as [(String, String, [UInt8]?)])
  func unreadable(source: String, path: String, bytes: [UInt8]?) {
    let file = ExtraFile("extra", at: path, because: "a test", from: source)
    #expect(compiled(file, files: bytes.map { [source: $0] } ?? [:]).codes == ["RB0974"])
  }

  @Test(
    "a path that is taken, or no path, is refused at the declaration",
    arguments: [main, "terraform", "\(main)/deeper", "../out", "/etc/motd", "", "manifest.json", "portal/index.html"])
  func taken(path: String) {
    let file = ExtraFile("extra", at: path, because: "a test", text: "1")
    let compilation = compiled(file)
    #expect(compilation.codes == ["RB0975"])
    #expect(compilation.diagnostics.first?.location == file.declared)
  }
}
