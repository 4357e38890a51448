import Foundation
import Subprocess
import Testing

@testable import Runbooks

@Suite("Spellings of secrets")
struct RedactorTests {
  /// Values that make encoders work.
  static let canaries = [
    "hvs.CANARY-4711-plain", "Tr0ub \"q'u\\o$te/+?=<\u{FC}>&x`!end", "~~~???>>>~~~???>>>", "       \t  x",
    "-----BEGIN KEY-----\nQ0FOQVJZLW9uZS1saW5l\nQ0FOQVJZLW90aGVy\n-----END KEY-----\n",
  ]

  /// A value as other programs spell it, by what it was done with.
  static func spellings(of canary: String) async throws -> [(name: String, bytes: [UInt8])] {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("spellings.py")
    let result = try await Subprocess.run(
      .name("python3"), arguments: [script.path], environment: .inherit.updating(["CANARY": canary]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
    try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
    return result.standardOutput.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t")
      let digits = Array(parts[1])
      let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0 }
      return (String(parts[0]), bytes)
    }
  }

  /// What a redactor makes of a text that comes in two reads.
  static func read(_ text: [UInt8], cutAt cut: Int, _ redactor: Redactor) -> [UInt8] {
    var redactor = redactor
    return redactor.pass(text[..<cut]) + redactor.pass(text[cut...]) + redactor.finish()
  }

  /// Whether eight bytes of the value stand in some output.
  static func leaks(_ canary: String, in output: [UInt8]) -> Bool {
    let length = 8
    let text = String(decoding: output, as: UTF8.self).replacingOccurrences(of: "[S]", with: "\u{0}")
    let pieces = text.split(separator: "\u{0}").map { Array($0.utf8) }
    let canaryBytes = Array(canary.utf8)
    return pieces.contains { piece in
      piece.count >= length
        && (0...piece.count - length).contains { start in
          canaryBytes.firstRange(of: piece[start..<start + length]) != nil
        }
    }
  }

  @Test("every spelling is found at every cut, and nothing around it is lost", arguments: canaries)
  func everywhere(canary: String) async throws {
    let redactor = Redactor(["S": canary])
    let spellings = try await Self.spellings(of: canary)
    #expect(spellings.count >= 24)
    for (name, spelling) in spellings {
      let text = Array("before: ".utf8) + spelling + Array(" :after".utf8)
      let whole = Self.read(text, cutAt: 0, redactor)
      let shown = String(decoding: whole, as: UTF8.self)
      #expect(shown.contains("[S]"), "\(name): \(shown)")
      #expect(shown.hasPrefix("before: ") && shown.hasSuffix(" :after"), "\(name): \(shown)")
      #expect(!Self.leaks(canary, in: whole), "\(name): \(shown)")
      for cut in 0...text.count {
        #expect(Self.read(text, cutAt: cut, redactor) == whole, "\(name), cut at \(cut)")
      }
      var bytewise = redactor
      #expect(text.flatMap { bytewise.pass([$0]) } + bytewise.finish() == whole, "\(name), byte for byte")
    }
  }

  @Test("of a value in one line nothing but its name is left", arguments: canaries.dropLast())
  func exactly(canary: String) async throws {
    let redactor = Redactor(["S": canary])
    for (name, spelling) in try await Self.spellings(of: canary) {
      let shown = redactor.redact(String(decoding: spelling, as: UTF8.self))
      // At the edges of base64 characters stand that hold bits of the neighbours too.
      let left = shown.replacingOccurrences(of: "[S]", with: "").filter { !"\"'$ \n\\".contains($0) }
      let allowed = name.contains("lines") ? 200 : name.contains("base64") ? 12 : name.contains("trace") ? 6 : 0
      #expect(left.count <= allowed, "\(name): \(shown)")
    }
  }

  @Test("spellings that overlap are one stretch, and no end of one is left behind")
  func overlapping() {
    let redactor = Redactor(["A": "abcdefgh", "B": "efghijklmn", "C": "aaaaaaaa"])
    #expect(redactor.redact("-abcdefghijklmn-") == "-[B]-")
    #expect(redactor.redact("-\(String(repeating: "a", count: 21))-") == "-[C]-")
    #expect(redactor.redact("abcdefghabcdefgh") == "[A][A]")
  }

  @Test("what is held back is bounded, whatever comes")
  func bounded() {
    var redactor = Redactor(["A": String(repeating: "a", count: 64), "B": "LS0tLS1CRUdJTg"])
    var given = 0
    var taken = 0
    for round in 0..<400 {
      let bytes = Array(
        String(repeating: ["a", "LS0tLS1C\n   ", "Y\n", "aaaaaaaaLS0tL\r\n"][round % 4], count: 40).utf8)
      taken += bytes.count
      given += redactor.pass(bytes).count
    }
    #expect(MemoryLayout<Redactor>.size < 1_000)
    #expect(taken - given < 40_000)
    #expect(redactor.finish().count < 2_000)
  }

  @Test("ordinary lines are shown at once, line end and all")
  func lines() {
    var redactor = Redactor(["S": "secret-value", "T": "Password: hidden"])
    #expect(redactor.pass(Array("etcd is up\nPassword".utf8)) == Array("etcd is up\n".utf8))
    #expect(redactor.pass(Array(" is asked for\nss\n".utf8)) == Array("Password is asked for\nss\n".utf8))
  }
}
