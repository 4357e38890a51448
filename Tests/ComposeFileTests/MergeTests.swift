import ComposeFile
import Diagnostics
import Testing

@Suite("Files laid over each other")
struct MergeTests {
  static let rules: [(String, String, String, String)] = [
    ("command: [a, b]", "command: [c]", "command", "[c]"),
    ("entrypoint: [a]", "entrypoint: [b]", "entrypoint", "[b]"),
    (
      "healthcheck: {test: a, retries: 2}", "healthcheck: {test: b}", "healthcheck",
      "{retries: 2, test: [CMD-SHELL, b]}"
    ),
    ("environment: {A: 1, B: 1}", "environment: [B=2, C=3]", "environment", "{A: 1, B: 2, C: 3}"),
    ("environment: {A: 1}", "environment: [A]", "environment", "{A: null}"),
    ("labels: [a=1]", "labels: {a: 2, b: 3}", "labels", "{a: 2, b: 3}"),
    (
      "ports: ['80:80']", "ports: ['80:80', '81:81/udp']", "ports",
      "[{protocol: tcp, published: 80, target: 80}, {protocol: udp, published: 81, target: 81}]"
    ),
    (
      "volumes: ['aa:/x', 'bb:/y']", "volumes: ['cc:/x']", "volumes",
      "[{source: cc, target: /x, type: volume}, {source: bb, target: /y, type: volume}]"
    ),
    (
      "secrets: [s]", "secrets: [{source: s, target: /run/secrets/s, mode: 256}]", "secrets",
      "[{mode: 256, source: s, target: /run/secrets/s}]"
    ),
    ("configs: [c]", "configs: [{source: c, uid: '1'}]", "configs", "[{source: c, uid: 1}]"),
    ("dns: 1.1.1.1", "dns: [2.2.2.2, 1.1.1.1]", "dns", "[1.1.1.1, 2.2.2.2]"),
    ("cap_add: [A]", "cap_add: [B, A]", "cap_add", "[A, B]"),
    (
      "depends_on: [db]", "depends_on: {db: {condition: service_healthy}}", "depends_on",
      "{db: {condition: service_healthy}}"
    ),
    ("build: .", "build: {target: x}", "build", "{context: ., target: x}"),
    (
      "logging: {driver: a, options: {x: 1}}", "logging: {driver: a, options: {y: 2}}", "logging",
      "{driver: a, options: {x: 1, y: 2}}"
    ),
    ("logging: {driver: a, options: {x: 1}}", "logging: {driver: b}", "logging", "{driver: b}"),
    ("ulimits: {nofile: {soft: 1, hard: 2}}", "ulimits: {nofile: 5}", "ulimits", "{nofile: 5}"),
    (
      "deploy: {replicas: 1, labels: [a=1]}", "deploy: {replicas: 2, labels: {b: 2}}", "deploy",
      "{labels: {a: 1, b: 2}, replicas: 2}"
    ),
    (
      "extra_hosts: [a=1.1.1.1]", "extra_hosts: [a=2.2.2.2, b=3.3.3.3]", "extra_hosts",
      "{a: [1.1.1.1, 2.2.2.2], b: [3.3.3.3]}"
    ),
    (
      "env_file: a.env", "env_file: [b.env, {path: a.env, required: false}]", "env_file",
      "[{path: a.env, required: false}, {path: b.env}]"
    ),
    ("networks: [default]", "networks: {default: {aliases: [x]}}", "networks", "{default: {aliases: [x]}}"),
    ("hostname: a", "tty: true", "hostname", "a"),
    (
      "devices: ['/dev/a:/dev/x']", "devices: ['/dev/b:/dev/x:r']", "devices",
      "[{permissions: r, source: /dev/b, target: /dev/x}]"
    ),
    ("tmpfs: /a", "tmpfs: [/b, /a]", "tmpfs", "[/a, /b]"),
    ("ports: ['80:80']", "ports: !override ['81:81']", "ports", "[{protocol: tcp, published: 81, target: 81}]"),
    ("environment: {A: 1}", "environment: !override {B: 2}", "environment", "{B: 2}"),
    ("ports: ['80:80']", "ports: !reset []", "ports", "none"),
    ("hostname: a", "hostname: !reset null", "hostname", "none"),
    ("environment: {A: 1, B: 2}", "environment: {A: !reset null}", "environment", "{B: 2}"),
    ("hostname: a", "hostname: b", "hostname", "b"),
  ]

  static func base(_ attributes: String) -> String {
    "services:\n  web:\n    image: x\n    \(attributes)\n  db: {image: y}\nvolumes: {aa: , bb: , cc: }\n"
      + "secrets: {s: {file: f}}\nconfigs: {c: {file: f}}\n"
  }

  @Test("each attribute is merged by its rule", arguments: rules)
  func files(below: String, above: String, key: String, merged: String) {
    let load = load(
      [
        "compose.yaml": Self.base(below), "over.yaml": "services:\n  web:\n    \(above)\n", "a.env": "", "b.env": "",
      ], files: ["compose.yaml", "over.yaml"])
    #expect(attribute(key, of: load) == merged)
  }

  @Test("an extending service is merged by the same rules", arguments: rules)
  func extending(below: String, above: String, key: String, merged: String) {
    let text = Self.base(below).replacing("  web:", with: "  base:")
      .replacing("services:\n", with: "services:\n  web:\n    extends: base\n    \(above)\n")
    #expect(attribute(key, of: load(["compose.yaml": text, "a.env": "", "b.env": ""])) == merged)
  }

  @Test("documents of one file are laid over each other")
  func documents() {
    let load = load(["compose.yaml": "services: {web: {image: a, hostname: h}}\n---\nservices: {web: {image: b}}\n"])
    #expect(attribute("image", of: load) == "b")
    #expect(attribute("hostname", of: load) == "h")
  }

  @Test("pools of a network are merged by subnet")
  func pools() {
    let load = load(
      [
        "compose.yaml": "services: {web: {image: x}}\nnetworks: {n: {ipam: {config: [{subnet: 10.0.0.0/24}]}}}",
        "over.yaml": "networks: {n: {ipam: {config: [{subnet: 10.0.0.0/24, gateway: 10.0.0.1}]}}}",
      ], files: ["compose.yaml", "over.yaml"])
    #expect(text(load.project?.root["networks"]) == "{n: {ipam: {config: [{gateway: 10.0.0.1, subnet: 10.0.0.0/24}]}}}")
  }

  @Test("a key that another place says last is reported with that place")
  func replaced() throws {
    let load = load(
      ["compose.yaml": "services:\n  web:\n    image: a\n", "over.yaml": "services:\n  web:\n    image: b\n"],
      files: ["compose.yaml", "over.yaml"])
    let keys = try #require(load.project).keys
    #expect(keys.map { "\($0.place) \($0.path)" }.contains("compose.yaml:3 services.web.image"))
    #expect(
      keys.first { $0.place.file == "compose.yaml" && $0.place.line == 3 }?.fate
        == .replaced(by: ComposePlace("over.yaml", 3, 5)))
  }
}
