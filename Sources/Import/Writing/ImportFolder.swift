import Diagnostics
import Documents
import SourceDocuments

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of a lab that an import is written to; nothing in it is ever overwritten.
public struct ImportFolder: Sendable {
  /// The folder, as it was written.
  public let path: String
  /// The folder below it that the lab's Swift stands in.
  public let sources: String
  /// The name of the lab's module.
  public let module: String
  /// Whether it is a Swift package already.
  public let isPackage: Bool

  /// Looks at a folder, which need not exist.
  ///
  /// - Parameter path: The folder.
  public init(_ path: String) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = trimmed
    isPackage = FileListing.isFolder("\(trimmed)/Package.swift") == false
    let modules = FileListing.names(in: "\(trimmed)/Sources").filter {
      FileListing.isFolder("\(trimmed)/Sources/\($0)") == true
    }
    let last = trimmed.split(separator: "/").last.map(String.init) ?? ""
    module = modules.count == 1 ? modules[0] : ModuleName.name(for: last)
    sources = "\(trimmed)/Sources/\(module)"
  }

  /// The names that the lab's Swift declares at its top level already.
  public var takenNames: Set<String> {
    var names: Set<String> = []
    for file in FileListing.files(below: sources, endings: [".swift"]) {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      for line in String(decoding: data, as: UTF8.self).utf8.split(separator: 0x0A) {
        let words = String(Substring(line)).split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
        guard let place = words.firstIndex(where: { ["let", "var", "func", "struct", "enum"].contains($0) }),
          words.indices.contains(place + 1), line.first != 0x20, line.first != 0x09
        else { continue }
        names.insert(String(words[place + 1]))
      }
    }
    return names
  }

  /// Writes new files.
  ///
  /// - Parameter files: Paths below the folder, and texts.
  /// - Returns: The paths that were written.
  /// - Throws: ``ImportFailure`` where one of them exists, in which case none is written, or where the disk refuses.
  public func write(_ files: [SwiftFile]) throws(ImportFailure) -> [String] {
    let present = files.map { "\(path)/\($0.name)" }.filter { FileListing.isFolder($0) != nil }
    guard present.isEmpty else {
      throw ImportFailure(
        diagnostics: present.map {
          WritingRules.nothingOverwritten.diagnostic(
            at: SourceLocation($0, 1), "'\($0)' exists, and nothing was written",
            solutions: ["import into another folder with --output, or move the file away"])
        })
    }
    for file in files {
      let target = "\(path)/\(file.name)"
      let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: URL(filePath: target), options: .withoutOverwriting)
      } catch {
        throw ImportFailure(
          diagnostics: [
            WritingRules.written.diagnostic(at: SourceLocation(target, 1), "'\(target)' cannot be written: \(error)")
          ])
      }
    }
    return files.map { "\(path)/\($0.name)" }
  }
}
