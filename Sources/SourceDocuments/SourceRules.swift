import Diagnostics

/// The rules about files that somebody else wrote.
public enum SourceRules {
  static let readable = Rule(
    "RB1201", .error, "a file that is imported can be read",
    why: "What is not read is not in the lab, and nobody would notice.",
    remedy: "Correct the path, or save the file as UTF-8.", waivable: false)

  static let wellFormed = Rule(
    "RB1202", .error, "a file that is imported is YAML or JSON",
    why: "A parser that guesses what was meant imports something that was never there.",
    remedy:
      "Correct the line; templates (`{{ }}`) are rendered before they are imported, with `helm template` or `kubectl kustomize`.",
    waivable: false)

  static let bounded = Rule(
    "RB1203", .error, "a file that is imported stays within bounds",
    why: """
      Aliases that name each other make a billion nodes out of ten lines, and nesting can be deeper than any program \
      reads. Files that people write are far below the bounds.
      """,
    remedy: "Split the file, or write out what its aliases stand for.", waivable: false)

  static let keysOnce = Rule(
    "RB1204", .error, "a key stands once in a mapping",
    why: "Of two values one is dropped, and parsers do not agree which one.",
    remedy: "Remove one of the two.", waivable: false)

  /// A file that cannot be read.
  public static func unreadable(_ path: String) -> Diagnostic {
    readable.diagnostic(at: SourceLocation(path, 1), "'\(path)' cannot be read")
  }

  /// Every rule of this module.
  public static let all = [readable, wellFormed, bounded, keysOnce]
}
