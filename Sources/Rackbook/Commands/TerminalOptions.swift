import ArgumentParser
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a run is shown.
struct TerminalOptions: ParsableArguments {
  @Flag(help: "Show lines only, and draw nothing; so it is where the output is no terminal.")
  var plain = false

  @Flag(help: "Tell the run in full sentences, for people who listen to it.")
  var narrated = false

  @Option(help: "Whether states are coloured: auto (at a terminal, without NO_COLOR), always or never.")
  var color: ColourChoice = .auto

  func validate() throws {
    if plain, narrated { throw ValidationError("--plain and --narrated exclude each other") }
  }

  /// The terminal that was asked for.
  ///
  /// - Parameter usual: How long steps usually take, in milliseconds, by their keys.
  /// - Returns: A terminal on the process's own streams.
  func terminal(usual: [String: Int]) -> any RunTerminal {
    let isDrawn = !plain && !narrated && ConsoleTerminal().isInteractive && environment["TERM"] != "dumb"
    guard isDrawn || narrated else { return PlainTerminal() }
    if narrated { return NarratedTerminal(usual: usual) }
    return LiveTerminal(usesColour: color.style(of: STDOUT_FILENO).usesColour, usual: usual)
  }

  private var environment: [String: String] { ProcessInfo.processInfo.environment }
}
