import Foundation
import Subprocess
import Testing

@testable import Runbooks

/// A real sshd on loopback, with keys and configuration of its own, for as long as a test needs it.
@Suite("Steps on a host", .serialized)
struct SSHTests {
  static let daemon = "/usr/sbin/sshd"

  /// Runs something while an sshd listens; `ssh` in the given environment knows it as `rehearsal`.
  static func withServer(_ shop: Workshop, _ work: @escaping @Sendable ([String: String]) async throws -> Void)
    async throws
  {
    try #require(
      FileManager.default.isExecutableFile(atPath: daemon), "sshd is missing: apt-get install openssh-server")
    // As root, sshd wants this folder for its unprivileged half.
    if getuid() == 0 { try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true) }
    let port = try freePort()
    try await prepare(shop, port: port)
    let start = "exec \(daemon) -D -e -f \(shop.path)/sshd_config 2> \(shop.path)/sshd.log"
    _ = try await Subprocess.run(
      .name("bash"), arguments: ["-c", start], input: .none, output: .discarded, error: .discarded
    ) { execution in
      try await shop.wait(for: "Server listening", in: "sshd.log")
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      try await work(["PATH": "\(shop.path)/bin:\(path)"])
      try execution.send(signal: .terminate)
    }
  }

  private static func prepare(_ shop: Workshop, port: UInt16) async throws {
    for key in ["host_key", "user_key"] {
      let made = try await Subprocess.run(
        .name("ssh-keygen"), arguments: ["-q", "-t", "ed25519", "-N", "", "-f", "\(shop.path)/\(key)"],
        output: .discarded)
      #expect(made.terminationStatus.isSuccess)
    }
    try shop.write("authorized_keys", shop.read("user_key.pub"))
    try shop.write("known_hosts", "[127.0.0.1]:\(port) " + shop.read("host_key.pub"))
    try shop.write(
      "sshd_config",
      """
      ListenAddress 127.0.0.1
      Port \(port)
      HostKey \(shop.path)/host_key
      AuthorizedKeysFile \(shop.path)/authorized_keys
      PidFile none
      StrictModes no
      PasswordAuthentication no
      """)
    try shop.write(
      "ssh_config",
      """
      Host rehearsal
        HostName 127.0.0.1
        Port \(port)
        IdentityFile \(shop.path)/user_key
        IdentitiesOnly yes
        UserKnownHostsFile \(shop.path)/known_hosts
      """)
    // Stands for the person's own configuration, which ssh looks for in their home.
    try FileManager.default.createDirectory(atPath: "\(shop.path)/bin", withIntermediateDirectories: true)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    try shop.write("bin/ssh", "#!/bin/sh\nexec env PATH='\(path)' ssh -F \(shop.path)/ssh_config \"$@\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(shop.path)/bin/ssh")
  }

  private static func freePort() throws -> UInt16 {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let socket = socket(AF_INET, kind, 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    try #require(bound)
    return UInt16(bigEndian: address.sin_port)
  }

  static func step(_ id: String, _ script: String, host: String = "rehearsal", secrets: [String] = []) -> PlannedStep {
    PlannedStep(
      id: id, title: PlannedText(id),
      kind: .work(.bash(script, host: PlannedText(host), secrets: secrets)))
  }

  @Test("a step runs on its host: script, exit code, output and secrets go through, and nothing is on a command line")
  func runsThere() async throws {
    let shop = try Workshop()
    try await Self.withServer(shop) { environment in
      let secret = "it's a; $(CANARY)"
      let options = Workshop.options(environment: environment.merging(["TOKEN": secret]) { $1 })
      let script = """
        cat > \(shop.path)/eaten
        test -n "$SSH_CONNECTION"
        printf '%s' "$TOKEN" > \(shop.path)/token
        { cat /proc/[0-9]*/cmdline || true; } 2> /dev/null | tr '\\0' ' ' > \(shop.path)/commands
        echo "here with $TOKEN"
        """
      let terminal = TestTerminal()
      let (id, result) = try await shop.run(
        [Self.step("a", script, secrets: ["TOKEN"]), Self.step("b", "exit 9")], on: terminal, options: options)
      #expect(result == .failed)
      #expect(terminal.output == "here with [TOKEN]\n")
      #expect(shop.read("token") == secret)
      #expect(shop.read("eaten").isEmpty)
      #expect(shop.read("commands").contains("ssh"))
      #expect(!shop.read("commands").contains("CANARY"))
      guard case .failed(let outcome) = try shop.state(id)["b"] else {
        Issue.record("not failed")
        return
      }
      #expect(outcome.exitCode == 9)
    }
  }

  @Test("a host that is not known fails at once instead of asking where nobody sees it")
  func unknownHost() async throws {
    let shop = try Workshop()
    try await Self.withServer(shop) { environment in
      try shop.write("known_hosts", "")
      let terminal = TestTerminal()
      let (_, result) = try await shop.run(
        [Self.step("a", "true")], on: terminal, options: Workshop.options(environment: environment))
      #expect(result == .failed)
      #expect(terminal.output.contains("Host key verification failed"))
    }
  }

  @Test("a check that cannot reach its host decides nothing")
  func unreachableCheck() async throws {
    let shop = try Workshop()
    var step = shop.step("a", "echo a >> log; sleep 30", timeout: 300)
    step.check = .bash("true", host: PlannedText("nowhere.invalid"))
    let plan = shop.plan([step])
    let (id, result) = try await shop.run([], plan: plan)
    #expect(result == .failed)
    #expect(try await shop.resume(id) == .stopped)
    #expect(shop.read("log") == "a\n")
  }
}
