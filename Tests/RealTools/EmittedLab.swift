import Blueprint
import Compiler
import Foundation
import LabLanguage
import LabModel
import Testing

@testable import Basement
@testable import Mini

/// An example lab, compiled and written once for all tests.
struct EmittedLab: Sendable {
  let name: String
  let tree: Tree
  let verifications: [Verification]

  static let mini = Result { try EmittedLab(Mini()) }
  static let basement = Result { try EmittedLab(Basement()) }

  init(_ lab: some Lab) throws {
    let compilation = compile(lab.resolved)
    let blueprint = try #require(
      compilation.blueprint, "\(lab.name) does not compile: \(compilation.diagnostics.map(\.message))")
    name = lab.name
    tree = try Tree(compilation.artifacts)
    verifications = Compiler.verifications(of: blueprint)
  }
}

/// One call of a real tool over an example lab.
struct Call: Sendable, CustomTestStringConvertible {
  let lab: EmittedLab
  let verification: Verification

  var testDescription: String { "\(lab.name): \(verification.title)" }

  static func all() throws -> [Call] {
    try [EmittedLab.mini, EmittedLab.basement].flatMap { lab in
      let lab = try lab.get()
      return lab.verifications.map { Call(lab: lab, verification: $0) }
    }
  }
}
