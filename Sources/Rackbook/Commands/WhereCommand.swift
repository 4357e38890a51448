import ArgumentParser
import Compiler
import Diagnostics
import LabLanguage

/// `where`: from a line of a file to the lab, and back.
struct WhereCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "where", abstract: "Say which line of the lab a line of a file came from, or the other way round.",
      discussion: """
        build/terraform/basement/main.tf.json:12 prints the places in the lab that this line depends on. \
        Basement/Hosts.swift:12 prints every line of every file that depends on this one.
        """)
  }

  @Argument(help: "A line, as file:line: of a file below the build folder, or of the lab's sources.")
  var place: String

  @Option(name: .shortAndLong, help: "The folder that was built; build, or build/<environment>.")
  var output: String?

  @OptionGroup var lab: LabOptions

  func run() async throws {
    do {
      let folder = BuildFolder(try output ?? lab.buildFolder(of: L.self))
      switch try LineOrigin.find(place, in: folder) {
      case .lab(let places):
        for place in places { print(line(place, SourceFiles.here.text(place.file)?[place.line])) }
      case .files(let lines):
        for found in lines { print(line(found.place, found.text)) }
      }
    } catch let failure as PlanFailure {
      ReportOptions.tell(failure.diagnostics)
      throw ExitCode.failure
    }
  }

  private func line(_ place: SourceLocation, _ text: String?) -> String {
    guard let text else { return "\(place)" }
    let printable = String.UnicodeScalarView(
      text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
    return "\(place): \(String(printable))"
  }
}
