import Diagnostics
import Documents

/// The rules that emitters watch over.
public enum EmissionRules {
  /// Some formats have no way to write some texts.
  public static let unrepresentable = Rule(
    "RB0910", .error, "every text can be written in the file that it ends up in",
    why: "Written as it is, the tool would read something else: a second setting, or the end of the section.",
    remedy: "Use letters, digits and hyphens in names.", waivable: false)

  /// All of them, in order.
  public static let all = [unrepresentable]
}

extension DiagnosticLog {
  /// Makes a file from text that a format may have no way to write; where it has none, that is said and there is no file.
  ///
  /// - Parameters:
  ///   - path: The path below the build folder.
  ///   - owner: The thing that the file is made for.
  ///   - isExecutable: Whether the file is a program.
  ///   - text: Prints the lines.
  /// - Returns: The file, or none.
  public mutating func artifact(
    _ path: String, for owner: ThingID, isExecutable: Bool = false,
    _ text: () throws -> PrintedText
  ) -> [Artifact] {
    do {
      return [Artifact(path, try text(), isExecutable: isExecutable)]
    } catch {
      let refused = error as? UnrepresentableValue
      let message = refused.map { "\($0.format) cannot hold '\($0.value)': \($0.reason)" } ?? "\(error)"
      add(EmissionRules.unrepresentable.diagnostic(about: owner, at: refused?.origin, message))
      return []
    }
  }
}
