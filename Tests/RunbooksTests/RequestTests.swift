import Foundation
import Subprocess
import Testing

@testable import Runbooks

@Suite("Requests", .serialized)
struct RequestTests {
  /// Answers with what it was asked, and writes that down; `/status/503`, `/elsewhere`, `/silent` and `/garbage` differ.
  static let server = #"""
    import http.server, json, os, ssl, sys, time
    folder = sys.argv[1]
    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            asked = {"method": self.command, "path": self.path, "headers": self.headers.items(), "body": body}
            with open(folder + "/asked", "a") as log: log.write(json.dumps(asked, ensure_ascii=False) + "\n")
            if self.path == "/silent": time.sleep(60)
            if self.path == "/garbage":
                self.wfile.write(b"SSH-2.0-not-http\r\n\r\n")
                return
            status = int(self.path.split("/")[2]) if self.path.startswith("/status/") else 200
            if self.path == "/elsewhere": status = 302
            self.send_response(status)
            if status == 302: self.send_header("Location", "/caught")
            self.send_header("X-Seen", "one")
            self.send_header("x-seen", "two")
            self.end_headers()
            if self.command != "HEAD": self.wfile.write(json.dumps({**asked, "headers": []}).encode())
        do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = answer
        def log_message(self, *words): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    with open(folder + "/port.part", "w") as file: file.write("port %d\n" % server.server_address[1])
    os.rename(folder + "/port.part", folder + "/port")
    server.serve_forever()
    """#

  /// Runs something while a server listens on the port it is given.
  static func withServer(
    _ shop: Workshop, tls: Bool = false, _ work: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    try shop.write("server.py", server)
    _ = try await Subprocess.run(
      .name("python3"), arguments: Arguments(["\(shop.path)/server.py", shop.path] + (tls ? ["tls"] : [])),
      input: .none,
      output: .discarded, error: .currentStandardError
    ) { execution in
      try await shop.wait(for: "\n", in: "port")
      let port = try #require(Int(shop.read("port").dropFirst(5).dropLast()))
      try await work(port)
      try execution.send(signal: .kill)
    }
  }

  @Test("status, headers and body are told apart and judged; nothing of a request is on a command line")
  func judges() async throws {
    let shop = try Workshop()
    try await Self.withServer(shop) { port in
      var bench = WorkBench(shop, secrets: ["TOKEN": "c4n4ry \"'\\ $x"])
      let real = try await ShellProcess.program("curl", in: bench.environment)
      try bench.fake("watched", "")
      // Stands before the real curl to see its command line.
      try FileManager.default.moveItem(atPath: "\(shop.path)/fakes/watched", toPath: "\(shop.path)/fakes/curl")
      try shop.write(
        "fakes/curl", "#!/bin/bash\nprintf '%s\\0' \"$@\" > \(shop.path)/curl.argv\nexec \(real.description) \"$@\"\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(shop.path)/fakes/curl")
      let body = "{\"it's\": \"ü\\n\"}\nline two\t@\n"
      let request = HTTPRequest(
        "PUT", "http://127.0.0.1:\(port)/a%20b?[x]={y}",
        headers: [.init("Authorization", "Bearer $TOKEN"), .init("X-Empty", ""), .init("X-Text", "$TOKENS $TOKEN!")],
        body: body)
      let result = try await bench.run(
        .request(request), secrets: ["TOKEN"],
        [
          Expected(.status, Comparison(.equals, ["200"])),
          Expected(.header("X-SEEN"), Comparison(.equals, ["one, two"])),
          Expected(.json("$.method"), Comparison(.equals, ["PUT"])),
          Expected(.json("$.body"), Comparison(.equals, [body])),
          Expected(.json("$.path"), Comparison(.equals, ["/a%20b?[x]={y}"])),
        ])
      #expect(result.outcome.result == .succeeded, "\(result.outcome)")
      #expect(bench.arguments(of: "curl") == ["-q", "--config", "-"])
      #expect(shop.read("asked").contains(#"["Authorization", "Bearer c4n4ry \"'\\ $x"]"#))
      #expect(shop.read("asked").contains(#"["X-Text", "$TOKENS $TOKEN!"]"#))
      #expect(shop.read("asked").contains(#"["X-Empty", ""]"#))
      #expect(!"\(result.outcome)\(bench.terminal.output)".contains("c4n4ry"))
    }
  }

  @Test("a status from 400 on is a failure where nothing else is asked for, and redirects are not followed")
  func statuses() async throws {
    let shop = try Workshop()
    try await Self.withServer(shop) { port in
      let bench = WorkBench(shop)
      func get(_ path: String, _ expectations: [Expected] = []) async throws -> ScriptOutcome {
        try await bench.run(.request(HTTPRequest("GET", "http://127.0.0.1:\(port)\(path)")), expectations).outcome
      }
      #expect(try await get("/status/503").problem == "the status is 503")
      #expect(
        try await get("/status/404", [Expected(.status, Comparison(.in, ["404", "410"]))]).result == .succeeded)
      #expect(try await get("/elsewhere").result == .succeeded)
      #expect(!shop.read("asked").contains("caught"))
      let garbage = try await get("/garbage")
      #expect(garbage.result == .failed)
      #expect(!Work(WorkKind.request(HTTPRequest("GET", "http://x/"))).decides(garbage))
      let head = try await bench.run(.request(HTTPRequest("HEAD", "http://127.0.0.1:\(port)/")))
      #expect(head.outcome.result == .succeeded, "\(head.outcome)")
    }
  }

  @Test("an answer that does not come is ended in time, and nothing there decides nothing")
  func silence() async throws {
    let shop = try Workshop()
    try await Self.withServer(shop) { port in
      let bench = WorkBench(shop)
      var work = Work(WorkKind.request(HTTPRequest("GET", "http://127.0.0.1:\(port)/silent")))
      work.timeoutMilliseconds = 500
      #expect(try await bench.run(work).outcome.result == .timedOut)
      let nobody = Work(WorkKind.request(HTTPRequest("GET", "http://127.0.0.1:1/")))
      let outcome = try await bench.run(nobody).outcome
      #expect(outcome.problem == "nothing has answered")
      #expect(!nobody.decides(outcome))
    }
  }

  @Test("a name is connected to at another address, its certificate checked against a file")
  func certificates() async throws {
    let shop = try Workshop()
    let made = try await Subprocess.run(
      .name("openssl"),
      arguments: [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=etcd.lab", "-addext",
        "subjectAltName=DNS:etcd.lab", "-keyout", "\(shop.path)/key.pem", "-out", "\(shop.path)/cert.pem",
      ], output: .discarded)
    #expect(made.terminationStatus.isSuccess)
    try await Self.withServer(shop, tls: true) { port in
      let bench = WorkBench(shop)
      var request = HTTPRequest("GET", "https://etcd.lab/health", connectTo: "127.0.0.1:\(port)")
      #expect(try await bench.run(.request(request)).outcome.problem == "nothing has answered")
      request.certificateAuthority = "\(shop.path)/cert.pem"
      let trusted = try await bench.run(.request(request)).outcome
      #expect(trusted.result == .succeeded, "\(trusted)")
      request.url = "https://other.lab/health"
      #expect(try await bench.run(.request(request)).outcome.result == .failed)
    }
  }
}
