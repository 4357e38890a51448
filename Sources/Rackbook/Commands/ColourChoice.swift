import ArgumentParser
import Diagnostics

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

/// Whether text is coloured.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// What can be shown at a file descriptor: the width of its terminal, if it is one, and colours as chosen.
  ///
  /// Left to itself, there are colours at a terminal that is not `dumb`, unless `NO_COLOR` says something.
  func style(of descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment) -> TerminalStyle
  {
    let isTerminal = isatty(descriptor) == 1
    let usesColour =
      switch self {
      case .always: true
      case .never: false
      case .auto: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      }
    return TerminalStyle(usesColour: usesColour, width: isTerminal ? Self.columns(of: descriptor) : nil)
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
