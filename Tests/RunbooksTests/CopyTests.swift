import Foundation
import Testing

@testable import Runbooks

@Suite("Copies", .serialized)
struct CopyTests {
  /// Bytes of every value, more than a pipe holds.
  static let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 256) })

  /// A name that shells like to take for something else.
  static let name = "-it's a \"$(file)\"\n漢"

  static func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("a file arrives whole, with its mode, under any name", arguments: [CopyDirection.toHost, .fromHost])
  func local(direction: CopyDirection) async throws {
    let shop = try Workshop()
    let (from, to) = ("\(shop.path)/\(Self.name)", "\(shop.path)/there-\(Self.name)")
    try Self.bytes.write(to: URL(fileURLWithPath: from))
    try shop.write("there-\(Self.name)", "old")
    let result = try await WorkBench(shop).run(.copy(FileCopy(direction, from: from, to: to, mode: "0640")))
    #expect(result.outcome.result == .succeeded, "\(result.outcome)")
    #expect(FileManager.default.contents(atPath: to) == Self.bytes)
    #expect(try Self.mode(of: to) == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: shop.path).count == 2)
  }

  @Test("a file is copied to a host and back through ssh", arguments: [0, 1, 300_000])
  func overSSH(length: Int) async throws {
    let shop = try Workshop()
    try await SSHTests.withServer(shop) { environment in
      var bench = WorkBench(shop)
      bench.environment.merge(environment) { $1 }
      let (from, there, back) = ("\(shop.path)/\(Self.name)", "\(shop.path)/there '", "\(shop.path)/back")
      try Self.bytes.prefix(length).write(to: URL(fileURLWithPath: from))
      for copy in [
        FileCopy(.toHost, from: from, to: there, mode: "0600"),
        FileCopy(.fromHost, from: there, to: back, mode: "0604"),
      ] {
        let result = try await bench.run(.copy(copy), host: "rehearsal")
        #expect(result.outcome.result == .succeeded, "\(result.outcome)")
      }
      #expect(FileManager.default.contents(atPath: there) == Self.bytes.prefix(length))
      #expect(FileManager.default.contents(atPath: back) == Self.bytes.prefix(length))
      #expect(try Self.mode(of: there) == 0o600)
      #expect(try Self.mode(of: back) == 0o604)
    }
  }

  @Test(
    "what goes wrong at either end leaves the old file as it was, and nothing beside it",
    arguments: [CopyDirection.toHost, .fromHost])
  func damaged(direction: CopyDirection) async throws {
    let shop = try Workshop()
    var bench = WorkBench(shop)
    // A file that changes between the digest and the bytes.
    try bench.fake("sha256sum", "echo '\(String(repeating: "0", count: 64))  -'")
    try shop.write("from", "new")
    try shop.write("to", "old")
    let before = try FileManager.default.contentsOfDirectory(atPath: shop.path).filter { $0.hasPrefix("to") }
    let result = try await bench.run(.copy(FileCopy(direction, from: "\(shop.path)/from", to: "\(shop.path)/to")))
    #expect(result.outcome.result == .failed)
    #expect("\(result.outcome)".contains("not what was sent"))
    #expect(shop.read("to") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: shop.path).filter { $0.hasPrefix("to") } == before)
  }

  @Test("a folder is no destination, and a file that is not there no source")
  func refusals() async throws {
    let shop = try Workshop()
    try shop.write("from", "x")
    let bench = WorkBench(shop)
    let onto = try await bench.run(.copy(FileCopy(.toHost, from: "\(shop.path)/from", to: shop.path)))
    #expect(onto.outcome.result == .failed)
    #expect(onto.outcome.tail.contains("it is a folder"))
    let gone = try await bench.run(.copy(FileCopy(.fromHost, from: "\(shop.path)/gone", to: "\(shop.path)/to")))
    #expect(gone.outcome.tail.contains("it is no file"))
    #expect(!shop.exists("to"))
  }
}
