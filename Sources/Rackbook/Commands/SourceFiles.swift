import Diagnostics
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lab's own files, so that a diagnostic can show what was written and `check --fix` can change it.
///
/// `#fileID` gives `Module/File.swift`; SwiftPM keeps a module below `Sources/Module`, and labs that are examples of a
/// larger package below `Examples/Module/Sources`. Each file is read once.
final class SourceFiles: Sendable {
  /// The files below the current folder.
  static let here = SourceFiles()

  private let read = Mutex<[String: SourceText?]>([:])

  /// The text of a file by the name that places give it, or nil where it cannot be found from here.
  @Sendable func text(_ file: String) -> SourceText? {
    read.withLock { read in
      if let known = read[file] { return known }
      let text = path(of: file).flatMap { FileManager.default.contents(atPath: $0) }.map { SourceText(Array($0)) }
      read[file] = .some(text)
      return text
    }
  }

  /// The path of a file from the current folder, or nil where there is no such file below it.
  func path(of file: String) -> String? {
    let names = file.split(separator: "/", omittingEmptySubsequences: false)
    guard names.count > 1, !names.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
    let rest = names.dropFirst().joined(separator: "/")
    return ["Sources/\(file)", "Sources/\(rest)", "Examples/\(names[0])/Sources/\(rest)", file].first {
      let attributes = try? FileManager.default.attributesOfItem(atPath: $0)
      return attributes?[.type] as? FileAttributeType == .typeRegular
    }
  }
}
