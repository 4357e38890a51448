import ArgumentParser
import Compiler
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The options that every command with diagnostics has.
package struct ReportOptions: ParsableArguments {
  @Option(
    help: """
      How diagnostics are printed: text, narrated for reading aloud, json, github for annotations of a pull request, \
      gitlab for its code quality report, sarif for code scanning.
      """)
  package var format: ReportFormat = .text

  /// The options as they are without any on the command line.
  package init() {}

  @Option(help: "Whether text is coloured: auto (at a terminal, without NO_COLOR), always or never.")
  var color: ColourChoice = .auto

  @Flag(help: "Show every diagnostic, not only the first ten of a code.")
  var all = false

  /// Prints diagnostics: for machines to standard output, for people to standard error.
  ///
  /// - Parameters:
  ///   - diagnostics: What there is to say.
  ///   - showsSource: Whether the lines are shown that they are about; not where those may hold secrets.
  /// - Throws: What the encoder of JSON says of text that it cannot write.
  package func report(_ diagnostics: [Diagnostic], showsSource: Bool = true) throws {
    let files = SourceFiles.here
    let text: @Sendable (String) -> SourceText? = { showsSource ? files.text($0) : nil }
    let path = { @Sendable (file: String) in files.path(of: file) ?? file }
    switch format {
    case .text:
      let style = color.style(of: STDERR_FILENO)
      let report = TerminalReport(style: style, showsAll: all, source: text).text(diagnostics)
      FileDescriptorStream.standardError.write(report)
    case .narrated: FileDescriptorStream.standardError.write(NarratedReport(showsAll: all).text(diagnostics))
    case .json: print(JSONReport(path: files.path).text(diagnostics), terminator: "")
    case .github: print(AnnotationReport(path: path).text(diagnostics), terminator: "")
    case .gitlab: print(CodeQualityReport(path: path).text(diagnostics), terminator: "")
    case .sarif: print(SARIFReport(rules: rules, path: path, source: text).text(diagnostics), terminator: "")
    }
  }
}

extension ReportOptions {
  /// Prints diagnostics for people to standard error.
  static func tell(_ diagnostics: [Diagnostic]) {
    let style = ColourChoice.auto.style(of: STDERR_FILENO)
    let text = TerminalReport(style: style, source: SourceFiles.here.text).text(diagnostics)
    FileDescriptorStream.standardError.write(text)
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
