import Diagnostics
import LabModel
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of a lab, where its runbooks stand and what its files of one's own are copied from.
public struct LabFolder: Sendable {
  /// The folder's path, absolute or from the current folder.
  public let path: String

  /// Names a folder; what is not in it is found out when it is read.
  public init(_ path: String) {
    self.path = path
  }

  /// The Markdown files below `runbooks/`, sorted by path; none where there is no such folder.
  ///
  /// - Throws: ``Unreadable`` for a file that is there and cannot be read.
  public var runbooks: [RunbookFile] {
    get throws {
      let files = FileManager.default
      let top = "\(path)/runbooks"
      guard files.fileExists(atPath: top) else { return [] }
      return try files.subpathsOfDirectory(atPath: top)
        .filter { $0.hasSuffix(".md") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { path in
          guard let data = files.contents(atPath: "\(top)/\(path)") else { throw Unreadable(path: "\(top)/\(path)") }
          return RunbookFile("runbooks/\(path)", Array(data))
        }
    }
  }

  /// What past runs tell of the runbooks, as `runs export` has written it; empty where there is no such file.
  ///
  /// - Throws: ``Runbooks/RunbookPlan/Unreadable`` for a file that is something else.
  public var ledger: RunLedger {
    get throws {
      let file = "\(path)/\(RunLedger.path)"
      guard let data = FileManager.default.contents(atPath: file) else { return RunLedger() }
      return try RunLedger(bytes: Array(data), of: file)
    }
  }

  /// What the lab's files of one's own are copied from, by path; what is not there the compiler reports.
  public func files(of lab: ResolvedLab) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for source in lab.all(ExtraFile.self).compactMap(\.copiedFrom) {
      files[source] = FileManager.default.contents(atPath: "\(path)/\(source)").map(Array.init)
    }
    return files
  }

  /// A file of the folder that cannot be read.
  public struct Unreadable: Error, CustomStringConvertible {
    /// The file's path.
    public let path: String
    /// One phrase for people.
    public var description: String { "\(path) cannot be read" }
  }
}
