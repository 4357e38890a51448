import Foundation
import Subprocess
import Testing

@testable import Runbooks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Where secrets come from")
struct SecretSourceTests {
  static func read(
    _ source: SecretSource, environment: [String: String] = [:], prompt: String? = nil
  ) async throws -> String? {
    try await RunSecrets(environment: environment, prompt: { _ in prompt }).read(["TOKEN": source])["TOKEN"]
  }

  @Test(
    "a source is read as it is typed",
    arguments: [
      ("env", SecretSource.environment), ("prompt", .prompt), ("file:/run/token", .file("/run/token")),
      ("vault:kv/data/shop#password", .vault(path: "kv/data/shop", field: "password")),
    ])
  func words(text: String, source: SecretSource) { #expect(SecretSource(words: text) == source) }

  @Test("anything else is no source", arguments: ["", "env:", "file:", "vault:kv", "vault:#a", "vault:a#", "pass:x"])
  func noWords(text: String) { #expect(SecretSource(words: text) == nil) }

  @Test("a file counts only if its owner alone can read it", arguments: [(0o600, true), (0o400, true), (0o640, false)])
  func fileMode(mode: Int, isRead: Bool) async throws {
    let shop = try Workshop()
    try shop.write("token", "hvs.CANARY-4711\n")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(shop.path)/token")
    let value = try? await Self.read(.file("\(shop.path)/token"))
    #expect(value == (isRead ? "hvs.CANARY-4711" : nil))
  }

  @Test(
    "what is no readable file is refused at once", .timeLimit(.minutes(10)),
    arguments: ["none", "pipe", "folder", "bytes"])
  func noFile(name: String) async throws {
    let shop = try Workshop()
    let path = "\(shop.path)/\(name)"
    if name == "pipe" { try #require(mkfifo(path, 0o600) == 0) }
    if name == "folder" { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    if name == "bytes" {
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
      let bytes = Data([0xFF, 0xFE] + Array("12345678".utf8))
      try #require(FileManager.default.createFile(atPath: path, contents: bytes, attributes: attributes))
    }
    await #expect(throws: RunRefusal.self) { try await Self.read(.file(path)) }
  }

  @Test("a person is asked; nobody there is a refusal")
  func prompt() async throws {
    #expect(try await Self.read(.prompt, prompt: "typed-secret") == "typed-secret")
    await #expect(throws: RunRefusal.self) { try await Self.read(.prompt) }
  }

  @Test(
    "values that could not be kept out of the output are refused, and not shown",
    arguments: ["1234567", String(repeating: "x", count: 16_385), "1234\u{0}5678"])
  func unfit(value: String) async throws {
    let refusal = await #expect(throws: RunRefusal.self) {
      try await Self.read(.environment, environment: ["TOKEN": value])
    }
    #expect(refusal?.description.contains(value) == false)
  }

  @Test("every secret that cannot be had is named, and a stranger among the overrides too")
  func all() async throws {
    let refusal = await #expect(throws: RunRefusal.self) {
      try await RunSecrets(environment: [:], prompt: { _ in nil }).read(["A": .environment, "B": .prompt])
    }
    #expect(refusal?.reasons.count == 2)
    var options = Workshop.options()
    options.secretSources = ["OTHER": .prompt]
    let final = options
    let shop = try Workshop()
    let stranger = await #expect(throws: RunRefusal.self) { try await final.readSecrets(of: shop.plan([])) }
    #expect(stranger?.description.contains("no secret 'OTHER'") == true)
  }

  /// A Vault that knows one token and one secret; it writes down its requests and its callers' command lines.
  static let vault = """
    import glob, http.server, json, sys
    class Vault(http.server.BaseHTTPRequestHandler):
      def do_GET(self):
        for path in glob.glob("/proc/[0-9]*/cmdline"):
          try: open(sys.argv[1] + "/lines", "ab").write(open(path, "rb").read() + b"\\n")
          except OSError: pass
        known = self.headers.get("X-Vault-Token") == "hvs.CANARY-token"
        found = self.path == "/v1/kv/data/homelab/shop"
        answer = {"data": {"data": {"password": 'p"a\\\\ss-CANARY'}}} if known and found else {"errors": ["permission denied"]}
        body = json.dumps(answer).encode()
        self.send_response(200 if known and found else 403 if not known else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
      def log_message(self, *_): pass
    server = http.server.HTTPServer(("127.0.0.1", 0), Vault)
    open(sys.argv[1] + "/port", "w").write(f"{server.server_port}.")
    server.serve_forever()
    """

  @Test("Vault is asked through curl, and its token is on no command line")
  func fromVault() async throws {
    let shop = try Workshop()
    try shop.write("vault.py", Self.vault)
    _ = try await Subprocess.run(
      .name("python3"), arguments: ["\(shop.path)/vault.py", shop.path], input: .none, output: .discarded,
      error: .discarded
    ) { server in
      defer { kill(server.processIdentifier.value, SIGKILL) }
      try await shop.wait(for: ".", in: "port")
      try await Self.askVault(shop)
    }
  }

  /// Asks the Vault of the test for what it has and for what it has not.
  static func askVault(_ shop: Workshop) async throws {
    var environment = ProcessInfo.processInfo.environment
    environment["VAULT_ADDR"] = "http://127.0.0.1:\(shop.read("port").dropLast())/"
    environment["VAULT_TOKEN"] = "hvs.CANARY-token"
    environment["VAULT_NAMESPACE"] = nil
    let source = SecretSource.vault(path: "kv/data/homelab/shop", field: "password")
    #expect(try await Self.read(source, environment: environment) == "p\"a\\ss-CANARY")
    #expect(shop.read("lines").contains("curl"))
    #expect(!shop.read("lines").contains("CANARY"))
    let others: [(SecretSource, String)] = [
      (.vault(path: "kv/data/homelab/shop", field: "user"), "no field 'user'"),
      (.vault(path: "kv/data/other", field: "password"), "404: permission denied"),
      (.vault(path: "kv/../sys", field: "a"), "no path"), (.vault(path: "kv/a b\"", field: "a"), "no path"),
    ]
    for (source, reason) in others {
      let refusal = await #expect(throws: RunRefusal.self) { try await Self.read(source, environment: environment) }
      #expect(refusal?.description.contains(reason) == true, "\(refusal?.description ?? "")")
    }
    environment["VAULT_TOKEN"] = "hvs.wrong-token\nurl = x"
    let hostile = environment
    await #expect(throws: RunRefusal.self) { try await Self.read(source, environment: hostile) }
  }
}
