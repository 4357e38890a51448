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

  static let claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data, namespace: apps}\nspec:\n"
  static let inventory = "vault ansible_host=10.0.0.101\nplex ansible_host=10.0.0.102\n"
  static let aliased = deployment("web") + "      hostAliases: [{ip: IP, hostnames: [plex.lab.example, other]}]\n"
  static let set = """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db, namespace: apps}
    spec:
      template: {spec: {containers: [{name: db, image: "postgres:17"}]}}
      volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: SIZE}}}}]

    """

  /// Two sources that contradict each other, two that do not, the code, and what the message begins with.
  static let pairs: [(first: [String: String], bad: [String: String], good: [String: String], found: String)] = [
    (
      ["a.ini": inventory], ["b.conf": "upstream vault { server 10.0.0.41:8200 weight=2; }\n"],
      ["b.conf": "upstream vault { server 10.0.0.101:8200; }\n# upstream x { server 10.0.0.9; }\n"],
      "RB1220 b.conf:1 '10.0.0.41' is the address of host 'vault' here, and '10.0.0.101' elsewhere"
    ),
    (
      ["a.ini": inventory],
      [
        "b.conf":
          "http {\n  upstream all {\n    server 10.0.0.102:80; # vault\n    server \"10.0.0.102:81\"; # plex\n  }\n}\n"
      ],
      ["b.conf": "http {\n  upstream all {\n    server 10.0.0.101:80; # vault\n    server plex:81; # plex\n  }\n}\n"],
      "RB1220 b.conf:3 '10.0.0.102' is the address of host 'vault' here, and '10.0.0.101' elsewhere"
    ),
    (
      ["a.ini": inventory], ["b.conf": "upstream web { server 10.0.0.102:80; server 10.0.0.7:80; }\n"],
      ["b.conf": "upstream web { server 10.0.0.102:80; server 192.0.2.7:80; }\n"],
      "RB1222 b.conf:1 upstream 'web' leads to 10.0.0.7, which no imported machine has"
    ),
    (
      ["a.ini": inventory], ["b.yaml": aliased.replacingAll("IP", with: "10.0.0.9")],
      ["b.yaml": aliased.replacingAll("IP", with: "10.0.0.102")],
      "RB1220 b.yaml:12 '10.0.0.9' is the address of host 'plex' here, and '10.0.0.102' elsewhere"
    ),
    (
      ["a.ini": inventory],
      ["b/compose.yaml": "services:\n  web:\n    image: nginx:1.29\n    extra_hosts: ['plex:10.0.0.9']\n"],
      ["b/compose.yaml": "services:\n  web:\n    image: nginx:1.29\n    extra_hosts: {plex: 10.0.0.102}\n"],
      "RB1220 b/compose.yaml:4 '10.0.0.9' is the address of host 'plex' here, and '10.0.0.102' elsewhere"
    ),
    (
      ["a.yaml": claim + "  {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}\n"],
      ["b.yaml": claim + "  {accessModes: [ReadWriteOnce], resources: {requests: {storage: 20Gi}}}\n"],
      ["b.yaml": claim + "  {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10240Mi}}}\n"],
      "RB1220 b.yaml:5 '20 GiB' is the size of claim 'apps/data' here, and '10 GiB' elsewhere"
    ),
    (
      ["a.yaml": set.replacingAll("SIZE", with: "5Gi")], ["b.yaml": set.replacingAll("SIZE", with: "50Gi")],
      ["b.yaml": set.replacingAll("SIZE", with: "5Gi")],
      "RB1220 b.yaml:6 '50 GiB' is the size of volume 'data' of service 'db' here, and '5 GiB' elsewhere"
    ),
    (
      ["a.yaml": deployment("web", image: "docker.io/library/nginx:1.29")],
      ["web/compose.yaml": "services:\n  web:\n    image: nginx:1.28\n"],
      ["web/compose.yaml": "services:\n  web:\n    image: nginx:1.29\n    ports: ['8080:80']\n"],
      "RB1220 web/compose.yaml:3 'nginx:1.28' is the image of service 'web' here, and 'nginx:1.29' elsewhere"
    ),
    (
      ["a.yaml": deployment("web")],
      ["web/compose.yaml": "services:\n  web:\n    image: nginx:1.29\n    ports: ['8080:81']\n"],
      ["web/compose.yaml": "services:\n  web:\n    image: nginx:1.29\n    ports: ['80:80']\n"],
      "RB1220 web/compose.yaml:4 '81' is the port of service 'web' here, and '80' elsewhere"
    ),
  ]

  @Test("a fact of one source is held against that of another", arguments: 0..<pairs.count)
  func facts(number: Int) throws {
    let pair = Self.pairs[number]
    for (other, found) in [(pair.bad, [pair.found]), (pair.good, [])] {
      let trial = try Trial(pair.first.merging(other) { $1 })
      let paths = Array(pair.first.keys) + Array(other.keys)
      let lab = ImportedLab(
        of: paths.map { ImportSource(Self.kind(of: $0), trial.path($0)) }, options: ImportOptions())
      let said = lab.diagnostics.filter { $0.code.hasPrefix("RB122") }.map { conflict in
        let place = conflict.location?.description.replacing(trial.path(""), with: "") ?? ""
        return "\(conflict.code) \(place) \(conflict.message)"
      }
      #expect(said == found)
    }
  }

  private static func kind(of path: String) -> ImportKind {
    if path.hasSuffix(".conf") { return .nginx }
    if path.hasSuffix(".ini") { return .ansible }
    return path.hasSuffix("compose.yaml") ? .compose : .kubernetes
  }

  @Test(
    "any text is read as a configuration of nginx without a crash, every directive in the account",
    arguments: [
      ("", 0), ("{{{", 0), ("}}; a b; c {", 1), ("server \"10.0.0.1", 0), ("upstream a { server ; server 1; }", 2),
      ("a\\", 0), ("upstream {server 10.0.0.1;}", 1), ("# only a comment", 0), ("if ($a = \"}\") { return 403; }\n", 1),
    ])
  func nginx(text: String, directives: Int) throws {
    let trial = try Trial(["x.conf": text])
    let lab = try trial.lab("nginx", "x.conf")
    #expect(lab.residue.counts.all == directives && lab.residue.counts.dropped == directives)
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
