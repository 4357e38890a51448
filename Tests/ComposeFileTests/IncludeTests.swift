import ComposeFile
import Diagnostics
import Testing

@Suite("Include and extends")
struct IncludeTests {
  @Test("an included file has its own folder and its own variables")
  func include() {
    let load = load([
      "compose.yaml": "include:\n  - sub/compose.yaml\nservices: {web: {image: x, depends_on: [db]}}\n",
      "sub/compose.yaml": "services: {db: {image: \"db:${TAG}\", volumes: [./data:/data], env_file: db.env}}\n",
      "sub/.env": "TAG=17", "sub/db.env": "A=1",
    ])
    #expect(
      text(load.project?.root["services"]?["db"])
        == "{env_file: [{path: sub/db.env}], image: db:17, volumes: [{source: sub/data, target: /data, type: bind}]}")
    #expect(load.project?.environments["db"]?.map(\.name) == ["A"])
  }

  @Test("the long form names folder and environment files, and lays files over each other")
  func long() {
    let load = load([
      "compose.yaml": """
      include:
        - path: [sub/a.yaml, sub/b.yaml]
          project_directory: other
          env_file: [one.env]
      services: {web: {image: x}}
      """,
      "sub/a.yaml": "services: {db: {image: \"db:${TAG}\", volumes: [./data:/data]}}",
      "sub/b.yaml": "services: {db: {hostname: h}}", "one.env": "TAG=1", "other/.env": "TAG=2",
    ])
    #expect(
      text(load.project?.root["services"]?["db"])
        == "{hostname: h, image: db:1, volumes: [{source: other/data, target: /data, type: bind}]}")
  }

  @Test("what a file says itself comes before what it includes")
  func precedence() {
    let load = load([
      "compose.yaml": "include: [b.yaml]\nservices: {web: {image: own}}",
      "b.yaml": "services: {web: {image: other, hostname: h}}",
    ])
    #expect(attribute("image", of: load) == "own")
    #expect(attribute("hostname", of: load) == "h")
  }

  @Test("an extended service brings its folder, and its own extension")
  func extends() {
    let load = load([
      "compose.yaml": "services: {web: {extends: {file: sub/base.yaml, service: middle}, hostname: h}}",
      "sub/base.yaml":
        "services:\n  middle: {extends: bottom, volumes: [./m:/m]}\n  bottom: {image: b, build: ctx, env_file: e.env}\n",
      "sub/e.env": "A=1",
    ])
    #expect(
      text(load.project?.root["services"]?["web"])
        == "{build: {context: sub/ctx}, env_file: [{path: sub/e.env}], hostname: h, image: b, volumes: [{source: sub/m, target: /m, type: bind}]}"
    )
  }

  @Test(
    "circles and gaps are errors with their line",
    arguments: [
      (
        ["compose.yaml": "include: [b.yaml]\nservices: {web: {image: x}}", "b.yaml": "include: [compose.yaml]\n"],
        "RB1310", "b.yaml:1"
      ),
      (["compose.yaml": "include: [compose.yaml]\nservices: {web: {image: x}}"], "RB1310", "compose.yaml:1"),
      (["compose.yaml": "include: [gone.yaml]\nservices: {web: {image: x}}"], "RB1310", "compose.yaml:1"),
      (["compose.yaml": "include: [\"oci://example/x\"]\nservices: {web: {image: x}}"], "RB1310", "compose.yaml:1"),
      (["compose.yaml": "services:\n  web: {extends: web, image: x}"], "RB1311", "compose.yaml:2"),
      (["compose.yaml": "services:\n  web: {extends: b, image: x}\n  b: {extends: web}"], "RB1311", "compose.yaml:3"),
      (["compose.yaml": "services:\n  web: {extends: bb, image: x}\n  b: {image: x}"], "RB1311", "compose.yaml:2"),
      (
        [
          "compose.yaml": "services:\n  web: {extends: {file: b.yaml, service: s}, image: x}",
          "b.yaml": "services: {t: {image: x}}",
        ], "RB1311", "compose.yaml:2"
      ),
      (
        [
          "compose.yaml": "services:\n  web: {extends: {file: b.yaml, service: s}, image: x}",
          "b.yaml": "services: {s: {extends: {file: compose.yaml, service: web}}}",
        ], "RB1311", "compose.yaml:2"
      ),
      (["compose.yaml": "include: [../secret.yaml]\nservices: {web: {image: x}}"], "RB1318", "compose.yaml:1"),
      (
        ["compose.yaml": "services:\n  web: {extends: {file: /etc/passwd, service: s}, image: x}"], "RB1318",
        "compose.yaml:2"
      ),
      (["compose.yaml": "services:\n  web:\n    image: x\n    env_file: ../../etc/shadow"], "RB1318", "compose.yaml:4"),
    ])
  func refused(files: [String: String], code: String, place: String) {
    let load = load(files)
    #expect(load.project == nil)
    #expect(load.diagnostics.contains { $0.code == code && $0.location?.description == place }, "\(load.diagnostics)")
  }
}
