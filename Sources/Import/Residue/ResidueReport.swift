import Diagnostics
import Documents

/// The account of an import in the forms that people and programs read.
public struct ResidueReport: Sendable {
  private let residue: Residue

  /// Reports on an account.
  public init(_ residue: Residue) { self.residue = residue }

  /// The keys that are not in the lab as they were, file by file, and the counts; for a terminal.
  public var text: String {
    var lines: [String] = []
    for entry in residue.entries {
      guard let words = Self.words(for: entry.fate) else { continue }
      lines.append("\(entry.place): \(Self.visible(entry.path)): \(words.fate): \(Self.visible(words.detail))")
    }
    return (lines + [summary, ""]).joined(separator: "\n")
  }

  /// One line with the counts.
  public var summary: String {
    let counts = residue.counts
    return
      "\(counts.all) keys: \(counts.carried) carried, \(counts.changed) changed, \(counts.kept) kept as documents, "
      + "\(counts.dropped) dropped"
  }

  /// Every key and the counts, as a tree that the JSON printer prints.
  public var document: Node {
    let counts = residue.counts
    let entries = residue.entries.map { entry -> Node in
      let words = Self.words(for: entry.fate)
      return [
        "source": .string(entry.source), "file": .string(entry.place.file), "line": .int(entry.place.line),
        "path": .string(entry.path), "fate": .string(words?.fate ?? "carried"),
        "detail": words.map { .string($0.detail) },
      ]
    }
    return [
      "counts": [
        "all": .int(counts.all), "carried": .int(counts.carried), "changed": .int(counts.changed),
        "kept": .int(counts.kept), "dropped": .int(counts.dropped),
      ],
      "keys": .sequence(entries),
    ]
  }

  /// The keys that are not in the lab as they were, as a page beside the Swift.
  ///
  /// - Parameter diagnostics: What was assumed, and what contradicts itself.
  /// - Returns: Markdown.
  public func markdown(_ diagnostics: [Diagnostic]) -> String {
    var lines = ["# What the import did", "", "\(summary).", ""]
    if !diagnostics.isEmpty {
      lines += ["## To look at", ""]
      for diagnostic in diagnostics {
        let place = diagnostic.location.map { " (\(Self.code($0.description)))" } ?? ""
        lines.append("- \(diagnostic.code): \(Self.escaped(diagnostic.message))\(place)")
      }
      lines.append("")
    }
    for (title, fate) in [("Dropped", "dropped"), ("Changed", "changed"), ("Kept as documents", "kept")] {
      lines += section(title, of: fate)
    }
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, of fate: String) -> [String] {
    let entries = residue.entries.compactMap { entry in
      Self.words(for: entry.fate).flatMap { $0.fate == fate ? (entry, $0.detail) : nil }
    }
    guard !entries.isEmpty else { return [] }
    let rows = entries.map { entry, detail in
      "| \(Self.code(entry.place.description)) | \(Self.code(entry.path)) | \(Self.escaped(detail)) |"
    }
    return ["## \(title)", "", "| Place | Key | How or why |", "| --- | --- | --- |"] + rows + [""]
  }

  private static func words(for fate: Residue.Fate) -> (fate: String, detail: String)? {
    switch fate {
    case .carried: nil
    case .changed(let how): ("changed", how)
    case .kept(let how): ("kept", how)
    case .dropped(let why): ("dropped", why)
    }
  }

  /// Text without line breaks and other controls, which could pass for lines of the report.
  private static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }

  private static func code(_ text: String) -> String {
    "`\(visible(text).map { $0 == "`" ? "'" : $0 == "|" ? "\\|" : String($0) }.joined())`"
  }

  private static func escaped(_ text: String) -> String {
    visible(text).map { "\\`*_{}[]<>|#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
