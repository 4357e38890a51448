import ComposeFile
import Diagnostics
import Testing

@Suite("Mistakes in Compose files")
struct ValidationTests {
  @Test(
    "a mistake in a service is an error at its line",
    arguments: [
      ("imag: x", "RB1305:4"), ("healthcheck: {tset: x}", "RB1305:4"), ("deploy: {resources: {limit: {}}}", "RB1305:4"),
      ("ports: 80", "RB1306:4"), ("environment: 5", "RB1306:4"), ("container_name: 12", "RB1306:4"),
      ("command: {a: b}", "RB1306:4"), ("ports:", "RB1306:4"), ("volumes: [[a]]", "RB1306:4"),
      ("privileged: maybe", "RB1307:4"), ("cpus: abc", "RB1307:4"), ("mem_limit: lots", "RB1307:4"),
      ("healthcheck: {interval: 5}", "RB1307:4"), ("healthcheck: {test: [pg_isready]}", "RB1307:4"),
      ("command: \"a 'b\"", "RB1307:4"), ("depends_on: {db: {condition: ready}}", "RB1307:4"),
      ("depends_on: [gone]", "RB1312:4"), ("networks: [gone]", "RB1312:4"), ("volumes: ['gone:/x']", "RB1312:4"),
      ("secrets: [gone]", "RB1312:4"), ("configs: [gone]", "RB1312:4"), ("models: [gone]", "RB1312:4"),
      ("links: [gone:x]", "RB1312:4"), ("network_mode: service:gone", "RB1312:4"), ("volumes_from: [gone]", "RB1312:4"),
      ("depends_on: [web]", "RB1313:2"), ("network_mode: host\nnetworks: [default]", "RB1314:4"),
      ("build: {dockerfile: a, dockerfile_inline: b}", "RB1314:4"), ("scale: 2\ndeploy: {replicas: 3}", "RB1314:4"),
      ("scale: 2\ncontainer_name: x", "RB1314:5"),
      ("mem_limit: 1g\ndeploy: {resources: {limits: {memory: 2g}}}", "RB1314:4"),
      ("scale: -1", "RB1307:4"), ("volumes: [{type: bind, source: /a}]", "RB1315:4"),
      ("volumes: [{source: /a, target: /b}]", "RB1315:4"), ("ports: [{published: 80}]", "RB1315:4"),
      ("ports: [{target: 99999}]", "RB1307:4"),
      ("volumes: ['/a:/x']\ntmpfs: [/x]", "RB1316:4"), ("extra_hosts: [nothing]", "RB1307:4"),
      ("image: y", "RB1303:3"),
    ])
  func services(attributes: String, code: String) {
    let load = loadService(attributes)
    #expect(load.project == nil)
    #expect(codes(load).contains(code), "\(load.diagnostics)")
  }

  @Test(
    "a mistake in a file is an error at its line",
    arguments: [
      ("services:\n  web: {hostname: x}\n", "RB1315:2"), ("", "RB1315:1"), ("- a\n", "RB1306:1"),
      ("services: []\n", "RB1306:1"), ("services:\n  web: {image: 'x'\n", "RB1302:3"), ("a: b: c\n", "RB1302:1"),
      ("service: {}\n", "RB1305:1"),
      ("services: {web: {image: x}}\nvolumes:\n  v: {external: true, driver: x}\n", "RB1314:3"),
      ("services: {web: {image: x}}\nsecrets:\n  s: {}\n", "RB1315:3"),
      ("services: {web: {image: x}}\nsecrets:\n  s: {file: a, environment: b}\n", "RB1314:3"),
      ("services: {web: {image: x}}\nmodels:\n  m: {}\n", "RB1315:3"),
      ("services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, links: [a]}\n", "RB1313:2"),
      ("services: {web: {image: !secret x}}\n", "RB1302:1"), ("services: {1: {image: x}}\n", "RB1306:1"),
    ])
  func files(text: String, code: String) {
    let load = load(["compose.yaml": text])
    #expect(load.project == nil)
    #expect(codes(load).contains(code), "\(load.diagnostics)")
  }

  @Test("all mistakes are told at once")
  func all() {
    #expect(codes(loadService("imag: x\nports: 80\nprivileged: maybe")) == ["RB1305:4", "RB1306:5", "RB1307:6"])
  }

  @Test("a near miss is offered")
  func nearMiss() {
    #expect(loadService("enviroment: {}").diagnostics.first?.solutions == ["did you mean 'environment'?"])
  }

  @Test("a service of an inactive profile is left alone, and waiting for it is an error")
  func profiles() {
    let text = "services:\n  web: {image: x}\n  debug: {image: x, profiles: [dev]}\n"
    #expect(load(["compose.yaml": text], profiles: []).project?.inactive == ["debug"])
    #expect(load(["compose.yaml": text], profiles: ["dev"]).project?.inactive == [])
    #expect(load(["compose.yaml": text]).project?.inactive == [])
    let waiting = text.replacing("web: {image: x}", with: "web: {image: x, depends_on: [debug]}")
    #expect(codes(load(["compose.yaml": waiting], profiles: [])) == ["RB1312:2"])
    let lenient = text.replacing(
      "web: {image: x}", with: "web: {image: x, depends_on: {debug: {condition: service_started, required: false}}}")
    #expect(codes(load(["compose.yaml": lenient], profiles: [])) == [])
  }

  @Test("anchors, merge keys and fragments are followed, and an own key comes before a merged one")
  func anchors() {
    let load = load([
      "compose.yaml": """
      x-env: &env {A: 1, B: 1}
      x-base: &base
        image: x
        hostname: h
      services:
        web:
          <<: *base
          hostname: own
          environment:
            <<: [*env, {C: 3}]
            B: 2
      """
    ])
    #expect(
      text(load.project?.root["services"]?["web"]) == "{environment: {A: 1, B: 2, C: 3}, hostname: own, image: x}")
    #expect(load.project?.root["services"]?["web"]?["image"]?.place == ComposePlace("compose.yaml", 3, 3))
  }
}
