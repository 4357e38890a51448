import Foundation
import Testing

@testable import Runbooks

@Suite("Plans in a build folder")
struct PlanFolderTests {
  static func store(_ plan: RunbookPlan, as id: String, in shop: Workshop) throws {
    try FileManager.default.createDirectory(
      atPath: "\(shop.path)/runbooks/homelab", withIntermediateDirectories: true)
    try shop.write("runbooks/\(id).json", String(decoding: plan.bytes, as: UTF8.self))
  }

  @Test("a plan is run from the build folder alone")
  func fromFolder() async throws {
    let shop = try Workshop()
    try Self.store(shop.plan([shop.step("a", "echo a >> log")]), as: "homelab/test", in: shop)
    let folder = PlanFolder(shop.path)
    #expect(folder.ids == ["homelab/test"])
    let plan = try #require(try folder.plan("homelab/test"))
    #expect(try await shop.run([], plan: plan).result == .completed)
    #expect(shop.read("log") == "a\n")
  }

  @Test("an id that leads out of the folder, or is not there, gives no plan", arguments: ["homelab/other", "../x", ""])
  func strangers(id: String) throws {
    let shop = try Workshop()
    try Self.store(shop.plan([]), as: "homelab/test", in: shop)
    #expect(try PlanFolder(shop.path).plan(id) == nil)
  }

  @Test("a plan under another's name is refused")
  func wrongName() throws {
    let shop = try Workshop()
    try Self.store(shop.plan([]), as: "homelab/renamed", in: shop)
    #expect(throws: RunbookPlan.Unreadable.self) { try PlanFolder(shop.path).plan("homelab/renamed") }
  }

  @Test("a run is summed up in a line")
  func summary() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "false")])
    let summary = RunSummary(id, try shop.folder.journal(of: id))
    #expect(summary.runbook == "homelab/test")
    #expect(summary.standing == "failed at step 'a'")
    #expect(
      RunSummary("x", JournalReading(Array("{".utf8))).standing
        == "open, journal damaged: line 1 is cut off after 1 bytes")
  }

  @Test("output that is shown later cannot steer the terminal")
  func harmlessOutput() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "printf 'a\\033[2Jb\\n'")])
    let shown = try shop.folder.journal(of: id).records.map(\.event.output).joined()
    #expect(shown == "a?[2Jb\n")
  }
}
