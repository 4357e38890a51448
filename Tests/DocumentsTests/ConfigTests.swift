import Diagnostics
import Documents
import Testing

@Suite("nginx.conf and corosync.conf")
struct ConfigTests {
  @Test("nginx directives nest, and words are quoted where nginx needs it")
  func nginx() throws {
    let place = SourceLocation("Lab/LB.swift", 9)
    let printed = try NginxConfig.print(
      [
        .init(
          "stream",
          block: [
            .init(
              "upstream", .text("k8s api"), block: [.init("server", .text("192.168.10.235:6443"), "max_fails=2")],
              from: place),
            .init("proxy_set_header", "Host", "$host", comment: "Who was asked.\n; } injected"),
            .init("log_format", "main", .text("a\"b\\c;{}#\n"), .text("")),
            .init("worker_connections", .number(1024)),
          ])
      ], header: ["Made by a test."])
    #expect(
      printed.text == """
        # Made by a test.
        stream {
            upstream "k8s api" {
                server 192.168.10.235:6443 max_fails=2;
            }

            # Who was asked.
            # ; } injected
            proxy_set_header Host $host;
            log_format main "a\\"b\\\\c;{}#\\n" "";
            worker_connections 1024;
        }

        """)
    #expect(
      printed.origins.map { $0 == place } == [false, false, true, true, true] + Array(repeating: false, count: 7))
  }

  @Test("what nginx would read as something else is refused by name", arguments: ["$host", "a\0b", "\u{1B}[31m"])
  func nginxRefuses(text: String) {
    let error = #expect(throws: UnrepresentableValue.self) { try NginxConfig.print([.init("a", .text(text))]) }
    #expect(error?.value == text)
  }

  @Test("corosync sections nest")
  func corosync() throws {
    let text = try CorosyncConfig.print([
      .init("totem", [.setting("version", "2"), .section(.init("interface", [.setting("linknumber", "0")]))]),
      .init("nodelist", [.section(.init("node", [.setting("ring0_addr", "fd00:10::1")]))]),
    ]).text
    #expect(
      text == """
        totem {
          version: 2
          interface {
            linknumber: 0
          }
        }

        nodelist {
          node {
            ring0_addr: fd00:10::1
          }
        }

        """)
  }

  @Test(
    "what corosync would read as something else is refused by name",
    arguments: [
      "a\nb", "a\rb", "a {", "}", "", " a", "a ", "a\u{85}b", String(repeating: "x", count: 500),
    ])
  func corosyncRefuses(text: String) {
    let place = SourceLocation("Lab/LB.swift", 2)
    let error = #expect(throws: UnrepresentableValue.self) {
      try CorosyncConfig.print([.init("totem", [.setting("cluster_name", text)], from: place)])
    }
    #expect(error?.value == text && error?.origin == place)
    #expect(throws: UnrepresentableValue.self) { try CorosyncConfig.print([.init(text, [])]) }
    #expect(error?.description.contains("\n") == false)
  }
}
