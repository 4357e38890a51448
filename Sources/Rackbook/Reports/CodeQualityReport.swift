import Diagnostics
import Documents
import Hashing

/// Writes diagnostics as GitLab's Code Quality report: a list that a merge request shows beside the changed lines.
struct CodeQualityReport {
  /// Gives the path of a file in the repository, by the name that places give it.
  var path: (String) -> String

  func text(_ diagnostics: [Diagnostic]) -> String {
    var seen: [String: Int] = [:]
    let entries = diagnostics.map { diagnostic -> Node in
      let file = diagnostic.location.map { path($0.file) } ?? "Package.swift"
      // The line is left out, so that a finding stays the same one when lines above it come and go.
      let identity = [diagnostic.code, diagnostic.subject?.description ?? "", file, diagnostic.message]
      let key = identity.joined(separator: "\u{0}")
      let number = seen[key, default: 0]
      seen[key] = number + 1
      return [
        "description": .string("\(diagnostic.code): \(diagnostic.message)"), "check_name": .string(diagnostic.code),
        "fingerprint": .string(SHA256.hex(of: "\(key)\u{0}\(number)")), "severity": .string(severity(diagnostic)),
        "location": ["path": .string(file), "lines": ["begin": Node(.int(diagnostic.location?.line ?? 1))]],
      ]
    }
    return JSON.print(.sequence(entries)).text
  }

  private func severity(_ diagnostic: Diagnostic) -> String {
    switch diagnostic.severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
