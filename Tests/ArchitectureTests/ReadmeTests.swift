import Diagnostics
import Foundation
import LabLanguage
import LabModel
import Testing

@testable import Compiler

@Suite("The README tells the truth")
struct ReadmeTests {
  static let package = FloorTests.sources.deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8)
  }

  @Test("its ten lines are the Mini lab, which is compiled")
  func tenLines() throws {
    #expect(try Self.text("README.md").contains("```swift\n\(Self.text("Examples/Mini/Sources/Mini.swift"))```"))
  }

  @Test("what it says about a wrong address is what the compiler says")
  func wrongAddress() throws {
    let lan = Network("lan", "192.168.1.0/24", gateway: "192.168.1.1", dns: ["192.168.1.1"])
    let pve = ProxmoxHost("pve", at: lan["192.168.1.10"], cores: 8, memory: .gib(32))
    let local = Datastore("local-lvm")
    let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
    let docker = VM(
      "docker", id: 101, on: pve, at: lan["192.168.2.20"], cores: 4, memory: .gib(8), disk: .gib(64), store: local,
      from: debian)
    let lab = ResolvedLab(name: "mini", domain: "home.arpa", listed: [lan, pve, local, debian, docker])
    let said = compile(lab).diagnostics
    #expect(said.count == 1)
    let line = TerminalReport().text(said).split(separator: "\n").first.map(String.init) ?? ""
    #expect(try Self.text("README.md").contains(line), "\(line)")
  }

  @Test("the files that it points to are there")
  func links() throws {
    let readme = try Self.text("README.md")
    let links = readme.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }
    #expect(links.count > 5)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: Self.package.appendingPathComponent(link).path), "\(link)")
    }
  }
}
