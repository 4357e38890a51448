import Blueprint
import Compiler
import Diagnostics
import Foundation
import LabLanguage
import LabModel
import Testing

@testable import Basement
@testable import Mini

/// What a lab gives: its files in a folder, and how real tools check them.
struct EmittedLab: Sendable {
  let tree: Tree
  let verifications: [Verification]

  init(_ lab: some Lab) throws {
    let compilation = compile(lab.resolved)
    let blueprint = try #require(
      compilation.blueprint, "\(lab.name) does not compile: \(compilation.diagnostics.map(\.message))")
    tree = try Tree(compilation.artifacts)
    verifications = Compiler.verifications(of: blueprint)
  }
}

/// The example labs, each compiled once.
enum ExampleLab: String, CaseIterable {
  case mini, basement, hatches

  private static let emittedMini = Result { try EmittedLab(Mini()) }
  private static let emittedBasement = Result { try EmittedLab(Basement()) }
  private static let emittedHatches = Result { try EmittedLab(HatchLab()) }

  var emitted: EmittedLab {
    get throws {
      switch self {
      case .mini: try Self.emittedMini.get()
      case .basement: try Self.emittedBasement.get()
      case .hatches: try Self.emittedHatches.get()
      }
    }
  }
}

/// One call of a real tool over an example lab.
struct Call: Sendable, CustomTestStringConvertible {
  let lab: ExampleLab
  let verification: Verification

  var testDescription: String { "\(lab): \(verification.title)" }

  static func all() throws -> [Call] {
    try ExampleLab.allCases.flatMap { lab in
      try lab.emitted.verifications.map { Call(lab: lab, verification: $0) }
    }
  }
}
