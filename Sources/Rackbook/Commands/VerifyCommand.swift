import ArgumentParser
import Blueprint
import Compiler
import LabLanguage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `verify`: the real tools over a build.
struct VerifyCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: "Let the real tools check a build: terraform, ansible-lint, nginx, promtool ...")
  }

  @Option(name: .shortAndLong, help: "The folder that was built; build, or build/<environment>.")
  var output: String?

  @OptionGroup var lab: LabOptions

  @Option(name: .long, help: "A checkout of kubespray at the release that the lab names, to be asked as well.")
  var kubespray: String?

  func run() async throws {
    let compilation = try lab.compilation(of: L.self, withPortal: false)
    guard let blueprint = compilation.blueprint else {
      throw ValidationError("the lab has errors: run check")
    }
    let output = try self.output ?? lab.buildFolder(of: L.self)
    var failed = 0
    let verifications = verifications(of: blueprint, kubespray: kubespray.map(absolute))
    for verification in verifications {
      switch await VerificationRun(output).outcome(of: verification) {
      case .accepted:
        print("ok      \(verification.title)")
      case .refused(let words):
        failed += 1
        print("REFUSED \(verification.title)\n\(words)")
      case .impossible(let reason):
        failed += 1
        print("MISSING \(verification.title): \(reason)")
      }
    }
    print("\(verifications.count - failed) passed, \(failed) failed")
    guard failed == 0 else { throw ExitCode.failure }
  }

  /// Calls are made in the build folder, where a relative path would lead elsewhere.
  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }
}
