import LabModel

/// How much of a lab goes round its language: a figure to keep small.
public struct HatchCount: Sendable, Hashable, CustomStringConvertible {
  /// Raw documents.
  public let documents: Int
  /// Operations of patches.
  public let changes: Int
  /// Files of one's own.
  public let files: Int

  /// Counts them.
  public init(_ lab: ResolvedLab) {
    documents = lab.all(Native.self).count
    changes = lab.all(Patch.self).reduce(0) { $0 + $1.operations.count }
    files = lab.all(ExtraFile.self).count
  }

  /// Whether there is none.
  public var isEmpty: Bool { documents + changes + files == 0 }

  /// `2 raw documents, 1 change by patch, 1 file of one's own`.
  public var description: String {
    let parts = [
      (documents, "raw document", "raw documents"), (changes, "change by patch", "changes by patch"),
      (files, "file of one's own", "files of one's own"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
  }
}
