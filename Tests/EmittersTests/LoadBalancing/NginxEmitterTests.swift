import Blueprint
import Diagnostics
import Documents
import Emitters
import LabModel
import Testing

@Suite("nginx.conf")
struct NginxEmitterTests {
  private let file = "/etc/nginx/nginx.conf"

  @Test("a stream and a site lead to every backend")
  func backends() {
    let text = ExamplePair().text(of: NginxEmitter(), file)
    #expect(text.contains("listen 6443;\n        proxy_pass stream_homelab_api_server;"))
    #expect(text.contains("# km1\n        server 192.0.2.49:6443 max_fails=2 fail_timeout=10s;"))
    #expect(text.contains("server 192.0.2.50:6443"))
    #expect(text.contains("listen 9925;\n        server_name mealie.lab.example;"))
    #expect(text.contains("proxy_pass http://site_mealie;"))
    #expect(text.contains("proxy_timeout 600s;"))
  }

  @Test("a stream and a site of one name share neither upstream nor zone")
  func zones() {
    var pair = ExamplePair()
    pair.streams = [ExamplePair.stream("mealie", port: 5432)]
    let text = pair.text(of: NginxEmitter(), file)
    #expect(text.contains("zone stream_mealie 64k;"))
    #expect(text.contains("zone site_mealie 64k;"))
  }

  @Test("a balancer without streams has no stream block, which would need a module for nothing")
  func withoutStreams() {
    var pair = ExamplePair()
    pair.streams = []
    #expect(!pair.text(of: NginxEmitter(), file).contains("stream {"))
  }

  @Test("a UDP stream listens on UDP")
  func udp() {
    var pair = ExamplePair()
    pair.streams = [ExamplePair.stream("dns", port: 53, .udp)]
    #expect(pair.text(of: NginxEmitter(), file).contains("listen 53 udp;"))
  }

  @Test(
    "a hostile host name stays one word",
    arguments: [
      ("a; return 500", "\"a; return 500\""), ("a\"b", "\"a\\\"b\""), ("a{b}", "\"a{b}\""), ("", "\"\""),
      ("a\nb", "\"a\\nb\""), ("#a", "\"#a\""), ("a\\", "\"a\\\\\""),
    ])
  func hostile(host: String, written: String) {
    var pair = ExamplePair()
    pair.sites = [ExamplePair.site("evil", at: host, port: 80)]
    #expect(pair.text(of: NginxEmitter(), file).contains("        server_name \(written);\n"))
  }

  @Test("a host name that nginx would expand is refused, at the line that says it")
  func variable() {
    var pair = ExamplePair()
    pair.sites = [ExamplePair.site("evil", at: "$host", port: 80)]
    var log = DiagnosticLog()
    let artifacts = NginxEmitter().emit(pair.blueprint, reporting: &log)
    #expect(!artifacts.contains { $0.path.hasSuffix(file) })
    #expect(log.diagnostics.map(\.code) == ["RB0910"])
    #expect(log.diagnostics.first?.location == SourceLocation("Lab/Apps.swift", 31))
  }

  @Test("the lines of a site come from the line that exposes it, all others from the balancer")
  func origins() throws {
    let printed = try #require(ExamplePair().printed(of: NginxEmitter(), file))
    let lines = printed.text.split(separator: "\n", omittingEmptySubsequences: false)
    let site = try #require(lines.firstIndex { $0.contains("server_name") })
    #expect(printed.origin(ofLine: site + 1) == SourceLocation("Lab/Apps.swift", 31))
    let health = try #require(lines.firstIndex { $0.contains("listen 8888") })
    #expect(printed.origin(ofLine: health + 1) == ExamplePair.origin)
    #expect(printed.origins.allSatisfy { $0 != nil })
  }

  @Test("the exporter asks where nginx tells its status")
  func exporter() {
    let pair = ExamplePair()
    #expect(pair.text(of: NginxEmitter(), file).contains("listen 8888;"))
    #expect(
      pair.text(of: NginxEmitter(), LoadBalancing.exporterFile)
        .contains("ARGS=\"--nginx.scrape-uri=http://127.0.0.1:8888/nginx_status\""))
  }
}
