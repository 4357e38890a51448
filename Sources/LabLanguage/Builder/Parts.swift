import Diagnostics
import LabModel

/// The one builder of the language: braces after a word collect its parts.
///
/// `Part` is what may stand in the braces. Beside parts, braces take `if`, `switch`, `for` and lists of parts that a
/// function returns. What does not belong is refused by the compiler in the lab's own words (`Misplaced.swift`).
@resultBuilder
public enum Parts<Part> {
  /// A part on a line of its own.
  public static func buildExpression(_ part: Part) -> [Part] { [part] }
  /// Several parts that a function or a property gave.
  public static func buildExpression(_ parts: [Part]) -> [Part] { parts }
  /// The lines of the braces.
  public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ parts: [Part]?) -> [Part] { parts ?? [] }
  /// `if` or the first case.
  public static func buildEither(first parts: [Part]) -> [Part] { parts }
  /// `else` or a later case.
  public static func buildEither(second parts: [Part]) -> [Part] { parts }
  /// `for`.
  public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap { $0 } }
}

/// The braces of a lab.
public typealias LabBuilder = Parts<any Component>
