import Blueprint
import Diagnostics
import Documents
import LabModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lab's files of one's own, as files to be written.
enum ExtraFiles {
  /// Gives each its content.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - contents: The bytes of the files of the lab's folder, by path.
  ///   - log: Where content that cannot be read is reported.
  /// - Returns: The files.
  static func artifacts(
    of lab: ResolvedLab, _ contents: [String: [UInt8]], reporting log: inout DiagnosticLog
  ) -> [Artifact] {
    lab.all(ExtraFile.self).compactMap { file in
      guard let bytes = bytes(of: file, contents, reporting: &log) else { return nil }
      return Artifact(file.path, PrintedText(bytes: bytes, from: file.declared), isExecutable: file.isExecutable)
    }
  }

  private static func bytes(
    of file: ExtraFile, _ contents: [String: [UInt8]], reporting log: inout DiagnosticLog
  ) -> [UInt8]? {
    let bytes: [UInt8]
    switch file.content {
    case .text(let text): bytes = Array(text.utf8)
    case .file(let source):
      guard BuildPath.isBelow(source) else {
        log.add(HatchRules.unreadable.diagnostic(about: file.id, "'\(source)' is no path within the lab's folder"))
        return nil
      }
      guard let found = contents[source] else {
        log.add(
          HatchRules.unreadable.diagnostic(about: file.id, "\(source) of the lab's folder cannot be read"))
        return nil
      }
      bytes = found
    }
    guard let reason = fault(of: bytes, as: file.path) else { return bytes }
    log.add(HatchRules.unreadable.diagnostic(about: file.id, "\(file.path): \(reason)"))
    return nil
  }

  private static func fault(of bytes: [UInt8], as path: String) -> String? {
    guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
      return "the content is no UTF-8 text"
    }
    guard path.hasSuffix(".json") else { return nil }
    do {
      _ = try JSONDecoder().decode(AnyValue.self, from: Data(bytes))
      return nil
    } catch {
      return "the content is no JSON"
    }
  }

  /// Takes any value: the decoder has read the whole text before it asks for one.
  private struct AnyValue: Decodable {
    init(from decoder: any Decoder) {}
  }
}
