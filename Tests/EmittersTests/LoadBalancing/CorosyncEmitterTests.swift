import Blueprint
import Diagnostics
import Documents
import Emitters
import LabModel
import Testing

@Suite("corosync.conf")
struct CorosyncEmitterTests {
  private let file = "/etc/corosync/corosync.conf"

  @Test("every member has a number and an address of its own")
  func members() {
    let text = ExamplePair().text(of: CorosyncEmitter(), file)
    #expect(text.contains("name: lb1\n    nodeid: 1\n    ring0_addr: 192.0.2.251"))
    #expect(text.contains("name: lb2\n    nodeid: 2\n    ring0_addr: 192.0.2.252"))
  }

  @Test("what members say to each other is encrypted")
  func encrypted() {
    let text = ExamplePair().text(of: CorosyncEmitter(), file)
    for setting in ["transport: knet", "crypto_cipher: aes256", "crypto_hash: sha256"] {
      #expect(text.contains(setting))
    }
  }

  @Test("two members may go on alone after they have met, three need a majority", arguments: [(2, true), (3, false)])
  func quorum(count: Int, isPair: Bool) {
    var pair = ExamplePair()
    pair.members = (1...count).map { ExamplePair.member("lb\($0)", $0) }
    let text = pair.text(of: CorosyncEmitter(), file)
    #expect(text.contains("two_node: 1") == isPair)
    #expect(text.contains("wait_for_all: 1") == isPair)
  }

  @Test("a name that would end its section is refused", arguments: ["a}", "a{", "a\nb", " a", ""])
  func hostile(name: String) {
    var pair = ExamplePair()
    pair.members[1].machine.name = name
    #expect(pair.text(of: CorosyncEmitter(), file).hasPrefix("RB0910 "))
  }

  @Test("the lines of a member come from its declaration")
  func origins() throws {
    let printed = try #require(ExamplePair().printed(of: CorosyncEmitter(), file))
    let lines = printed.text.split(separator: "\n", omittingEmptySubsequences: false)
    let second = try #require(lines.firstIndex { $0.contains("name: lb2") })
    #expect(printed.origin(ofLine: second + 1) == SourceLocation("Lab/Hosts.swift", 2))
  }
}
