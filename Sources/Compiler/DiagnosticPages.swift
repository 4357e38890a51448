import Diagnostics
import ShippedFiles

/// The sections of `docs/diagnostics`, which travel inside the binary.
public enum DiagnosticPages {
  /// Every section, by the code of its rule.
  public static let sections: [String: RuleSection] = Dictionary(
    ShippedFiles.paths(below: "docs/diagnostics").flatMap { RuleSection.sections(in: ShippedFiles.text(of: $0) ?? "") }
      .map { ($0.code, $0) },
    uniquingKeysWith: { first, _ in first })
}
