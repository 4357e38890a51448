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

/// How diagnostics are printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github
}

/// The options that every command with diagnostics has.
struct ReportOptions: ParsableArguments {
  @Option(help: "How diagnostics are printed: text, json, or github for annotations of a pull request.")
  var format: ReportFormat = .text

  /// Prints diagnostics: for machines to standard output, for people to standard error.
  func report(_ diagnostics: [Diagnostic]) throws {
    switch format {
    case .text:
      let usesColour = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      let text = TerminalReport(usesColour: usesColour, source: SourceFiles.here.text).text(diagnostics)
      FileDescriptorStream.standardError.write(text)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(diagnostics), as: UTF8.self))
    case .github:
      print(AnnotationReport().text(diagnostics), terminator: "")
    }
  }
}

/// Standard error as a stream that takes text.
struct FileDescriptorStream: TextOutputStream {
  static var standardError: FileDescriptorStream { FileDescriptorStream(descriptor: STDERR_FILENO) }

  let descriptor: Int32

  func write(_ string: String) {
    var rest = Array(string.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { unistdWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}

private func unistdWrite(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.write(file, start, count)
  #else
    Darwin.write(file, start, count)
  #endif
}
