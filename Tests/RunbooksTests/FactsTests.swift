import Testing

@testable import Runbooks

@Suite("Facts")
struct FactsTests {
  @Test("facts that are added to others see those, come after them, and change nothing about them")
  func addsToOthers() {
    var lab = Facts()
    lab.set("lab.name", "basement")
    lab.set("vip.address", "10.0.0.1")
    var own = Facts(addedTo: lab)
    own.set("lb.name", "api")
    own.set("vip.address", "10.0.0.2")
    #expect(own.keys == ["lab.name", "vip.address", "lb.name"])
    #expect(own["lab.name"]?.value == .text("basement"))
    #expect(own["vip.address"]?.value == .text("10.0.0.2"))
    #expect(own["lb.owner"] == nil)
    #expect(lab["vip.address"]?.value == .text("10.0.0.1"))
    #expect(lab.keys == ["lab.name", "vip.address"])
  }

  @Test("a fact that is set again keeps its place")
  func setsAgain() {
    var facts = Facts()
    for (key, value) in [("lab.name", "a"), ("lab.domain", "b"), ("lab.name", "c")] { facts.set(key, value) }
    #expect(facts.keys == ["lab.name", "lab.domain"])
    #expect(facts["lab.name"]?.value == .text("c"))
  }
}
