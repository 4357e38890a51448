import Diagnostics
import Import
import Testing

@Suite("Sources that contradict each other")
struct ConflictTests {
  static func deployment(_ name: String, image: String = "nginx:1.29", port: Int = 80) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name), namespace: apps}
    spec:
      template:
        metadata: {labels: {app: \(name)}}
        spec:
          containers:
            - name: main
              image: \(image)
              ports: [{containerPort: \(port)}]

    """
  }

  static let planted: [(files: [String: String], words: [String], code: String, places: [String])] = [
    (
      [
        "a/hosts.ini": "vault ansible_host=10.0.0.101\n",
        "b/hosts.yml": "all: {hosts: {vault: {ansible_host: 10.0.0.41}}}",
      ],
      ["a/hosts.ini", "b/hosts.yml"], "RB1220", ["b/hosts.yml:1", "a/hosts.ini:1"]
    ),
    (
      ["hosts.ini": "[all]\nvault ansible_host=10.0.0.101\nplex ansible_host=10.0.0.101\n"], ["hosts.ini"], "RB1221",
      ["hosts.ini:3", "hosts.ini:2"]
    ),
  ]

  @Test("a planted contradiction of inventories is reported with both places", arguments: 0..<planted.count)
  func inventories(number: Int) throws {
    let planted = Self.planted[number]
    let trial = try Trial(planted.files)
    // Two inventories on one command line are two sources: Ansible would silently let the last one win.
    let sources = planted.words.map { ImportSource(.ansible, trial.path($0)) }
    let lab = ImportedLab(of: sources, options: ImportOptions())
    let conflicts = lab.diagnostics.filter { $0.code.hasPrefix("RB122") }
    let conflict = try #require(conflicts.first)
    #expect(conflicts.count == 1)
    #expect(conflict.code == planted.code)
    let places = [conflict.location] + conflict.notes.map(\.location)
    #expect(places.map { $0?.description ?? "" } == planted.places.map { trial.path($0) })
  }

  @Test(
    "one object with two images or ports is reported",
    arguments: [(deployment("web", image: "nginx:1.30"), "image"), (deployment("web", port: 81), "port")])
  func manifests(second: String, property: String) throws {
    let trial = try Trial(["a.yaml": Self.deployment("web"), "b.yaml": second])
    let lab = try trial.lab("kubernetes", "a.yaml", "b.yaml")
    #expect(lab.codes.isSuperset(of: ["RB1220", "RB1231"]))
    #expect(lab.diagnostics.first { $0.code == "RB1220" }?.message.contains("the \(property) of service 'web'") == true)
  }

  @Test("sources that agree raise none")
  func agreeing() throws {
    let trial = try Trial([
      "a.ini": "[web]\nweb1 ansible_host=10.0.0.1\nweb2 ansible_host=10.0.0.2\n",
      "b.yml": "web: {hosts: {web1: {ansible_host: 10.0.0.1}, web2: {ansible_host: 10.0.0.2}}}",
      "a.yaml": Self.deployment("web") + "---\n" + Self.deployment("api", port: 80), "b.yaml": Self.deployment("other"),
    ])
    let lab = try trial.lab("ansible", "a.ini", "ansible", "b.yml", "kubernetes", "a.yaml", "b.yaml")
    #expect(lab.codes.filter { $0.hasPrefix("RB122") || $0 == "RB1231" } == [])
    #expect(lab.declarations.filter { $0.id.kind == "host" }.count == 2)
  }
}
