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
      let text = TerminalReport(usesColour: usesColour, source: SourceLines().line).text(diagnostics)
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

/// Finds the lines of the lab's own files, so that a diagnostic can show what was written.
struct SourceLines: Sendable {
  /// The text of a line, or nil where its file cannot be found from here.
  ///
  /// `#fileID` gives `Module/File.swift`; SwiftPM keeps a module below `Sources/Module`, and labs that are examples of a
  /// larger package below `Examples/Module/Sources`. Where the file is not there, nothing is shown.
  @Sendable func line(_ location: SourceLocation) -> String? {
    guard let slash = location.file.firstIndex(of: "/") else { return nil }
    let module = location.file[..<slash]
    let rest = location.file[location.file.index(after: slash)...]
    for path in ["Sources/\(location.file)", "Sources/\(rest)", "Examples/\(module)/Sources/\(rest)", location.file] {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.indices.contains(location.line - 1) { return String(lines[location.line - 1]) }
    }
    return nil
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
