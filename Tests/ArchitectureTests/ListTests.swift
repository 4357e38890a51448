import Blueprint
import Compiler
import Diagnostics
import Emitters
import Foundation
import Systems
import Testing

@testable import Checks

@Suite("The lists of what grows")
struct ListTests {
  private func folders(_ module: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: FloorTests.sources.appendingPathComponent(module), includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { $0.hasDirectoryPath }.map(\.lastPathComponent).sorted()
  }

  @Test("every folder of Emitters has its line, and every line its folder")
  func emittersListed() throws {
    #expect(try folders("Emitters").map { $0.lowercased() } == emitters.map(\.name).sorted())
  }

  @Test("every folder of Systems has its line")
  func systemsListed() throws {
    #expect(try folders("Systems").count == systems.count)
  }

  @Test("no code stands for two rules")
  func codesUnique() {
    let codes = rules.map(\.code)
    #expect(Set(codes).count == codes.count, "\(codes)")
    #expect(codes.allSatisfy { $0.wholeMatch(of: /RB\d{4}/) != nil })
  }
}
