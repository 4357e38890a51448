import ComposeFile
import Diagnostics
import Foundation
import LabTexts
import Subprocess
import Testing

@testable import Import

@Suite("The account of a Compose import")
struct ComposeAccountTests {
  /// Every attribute of the specification, fragments, an override file and an environment file.
  static let everything: [String: String] = [
    "compose.yaml": """
    name: Every
    x-env: &env {SHARED: "1", OVERRIDDEN: "1"}
    x-unread: {nobody: reads}
    services:
      web:
        <<: {hostname: box}
        image: "nginx:1.29"
        build: {context: ., args: [A=1]}
        command: serve --port 80
        environment: {<<: *env, OVERRIDDEN: "2", URL: "http://api:3000/${TZ}"}
        env_file: [{path: web.env}]
        ports: ["8080:80", "127.0.0.1:81:81/udp", {target: 82, published: 82, name: x, app_protocol: http}]
        volumes:
          - {type: volume, source: data, target: /data, volume: {nocopy: true}}
          - {type: tmpfs, target: /tmp, tmpfs: {size: 1m, mode: 511}}
          - ./site.conf:/etc/site.conf:ro,z
        networks: {front: {aliases: [www], ipv4_address: 10.0.0.2}}
        depends_on: {api: {condition: service_healthy, restart: true}}
        healthcheck: {test: [CMD, "true"], interval: 1m, start_interval: 2s, start_period: 10s}
        deploy: {replicas: 2, resources: {limits: {pids: 5, cpus: "1"}}, restart_policy: {delay: 5s}, endpoint_mode: vip}
        ulimits: {nofile: 5}
        logging: {driver: none}
        labels: [a=1]
        configs: [site]
        secrets: [{source: key, target: k, uid: "1", mode: 256}]
        develop: {watch: [{path: ., action: sync, target: /x, ignore: [y]}]}
        x-own: [1, {two: 3}]
      api: {image: "api:1", healthcheck: {test: "true"}}
      tool: {provider: {type: tool, options: {a: b}}}
    networks: {front: {driver: bridge, ipam: {config: [{subnet: 10.0.0.0/24}]}}}
    volumes: {data: {driver: local, labels: {a: b}}, unused: }
    configs: {site: {content: "text"}}
    secrets: {key: {file: ./key, labels: {a: b}}}
    models: {m: {model: ai/x, context_size: 5}}
    """,
    "over.yaml": "services:\n  web:\n    command: [serve]\n    labels: !reset []\n    ulimits: !override {nproc: 1}\n",
    "web.env": "FROM_FILE=1\nSHARED=file\n",
  ]

  @Test("every key of every file has a fate, and no value is taken twice")
  func complete() throws {
    let result = ComposeTexts(Self.everything, files: ["compose.yaml", "over.yaml"])
    #expect(result.takenTwice == [])
    let paths = Set(result.lab.residue.entries.map { "\($0.place.file) \($0.path)" })
    for path in [
      "compose.yaml services.web.volumes[0]", "compose.yaml services.web.volumes[0].type",
      "compose.yaml x-unread.nobody",
      "over.yaml services.web.command[0]", "web.env FROM_FILE", "compose.yaml services.web.<<",
    ] { #expect(paths.contains(path), "\(path)") }
    #expect(result.fate("x-env.OVERRIDDEN").hasPrefix("changed: compose.yaml:"))
    #expect(result.fate("x-env.SHARED") == "carried")
    #expect(result.fate("x-unread.nobody").hasPrefix("dropped"))
    #expect(result.fate("services.web.x-own[1].two").hasPrefix("dropped"))
    #expect(result.fate("SHARED").hasPrefix("changed: compose.yaml:"))
    #expect(result.fate("services.tool.provider.type").hasPrefix("dropped"))
    #expect(result.fate("volumes.unused") == "dropped: no service mounts volume 'unused'")
  }

  @Test("what a conversion forgets is reported, not lost")
  func forgotten() throws {
    let load = loadCompose(
      ComposeOptions(keepsUnset: true),
      from: ComposeFilesInMemory(["compose.yaml": "services: {web: {image: x, hostname: h}}"]))
    let residue = ComposeAccount().residue(of: try #require(load.project))
    #expect(residue.counts.dropped == residue.counts.all)
    #expect(residue.counts.all == 4)
  }

  @Test("a counter that reads the files itself finds no loss, and finds one that is planted")
  func counted() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("count-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Self.everything {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let result = ComposeTexts(Self.everything, files: ["compose.yaml", "over.yaml"])
    let (status, output) = try await count(result.report, folder)
    #expect(status, "\(output)")
    for planted in [
      "\"path\": \"services.web.volumes[0].type\"", "\"path\": \"x-unread.nobody\"",
      "\"path\": \"services.web.ulimits.nproc\"",
    ] {
      #expect(result.report.contains(planted))
      let (status, output) = try await count(result.report.replacing(planted, with: "\"path\": \"elsewhere\""), folder)
      #expect(!status && output.contains("not in the report"), "\(planted): \(output)")
    }
  }

  private func count(_ report: String, _ folder: URL) async throws -> (Bool, String) {
    let file = folder.appendingPathComponent("report.json")
    try report.write(to: file, atomically: true, encoding: .utf8)
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("ComposeCounter/count.py")
    let result = try await run(
      .name("python3"), arguments: [script.path, file.path, folder.path, "compose.yaml", "over.yaml"],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return (result.terminationStatus.isSuccess, (result.standardOutput ?? "") + (result.standardError ?? ""))
  }

  @Test("the Swift of an import compiles, and its lab has no errors")
  func compiles() async throws {
    let everything = ComposeTexts(Self.everything, files: ["compose.yaml", "over.yaml"])
    let attributes = ComposeConversionTests.attributes.enumerated().map { index, row in
      LabText("attribute-\(index)", ComposeTexts(web: row.0).swift)
    }
    let outcomes = try await LabTexts.outcomes(of: [LabText("everything", everything.swift)] + attributes)
    for (index, outcome) in outcomes.enumerated() {
      let lab = try #require(outcome.lab, "\(index): \(outcome)")
      #expect(!lab.diagnostics.contains { $0.severity == .error }, "\(index): \(lab.diagnostics)")
    }
  }
}
