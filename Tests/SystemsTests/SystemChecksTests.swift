import Blueprint
import Compiler
import Diagnostics
import LabModel
import Systems
import Testing

@Suite("Rules of systems")
struct SystemChecksTests {
  static let all = systems.flatMap { $0.descriptor.checks }

  @Test("a rule's bad example breaks that rule", arguments: all.indices)
  func bad(index: Int) {
    let check = Self.all[index]
    let codes = Set(check.findings(check.bad()).map(\.code))
    #expect(codes == [check.rule.code])
  }

  @Test("a rule's bad example breaks no other rule that is an error", arguments: all.indices)
  func badOnly(index: Int) {
    let check = Self.all[index]
    let errors = compile(check.bad()).diagnostics.filter { $0.severity == .error && $0.code != check.rule.code }
    #expect(errors.map { "\($0.code) \($0.message)" } == [])
  }

  @Test("a rule's good example compiles, and breaks no rule of a system", arguments: all.indices)
  func good(index: Int) {
    let check = Self.all[index]
    let lab = check.good()
    #expect(check.findings(lab).isEmpty)
    #expect(compile(lab).isAccepted)
  }

  @Test("no two rules share a code")
  func codes() {
    #expect(Set(Self.all.map(\.rule.code)).count == Self.all.count)
  }
}
