import Diagnostics

/// Thrown by printers of formats that cannot hold every text: the format has no way to write this one.
public struct UnrepresentableValue: Error, Hashable, CustomStringConvertible {
  /// The format, as people call it: `corosync.conf`.
  public var format: String
  /// What cannot be written.
  public var value: String
  /// Why, one phrase: "a value cannot contain a line break".
  public var reason: String
  /// Where the value comes from.
  public var origin: SourceLocation?

  /// One phrase that names the value, shortened and with its control characters made visible.
  public var description: String {
    let shown = value.unicodeScalars.prefix(60).map { UnsafeCharacters.mustBeEscaped($0) ? "\u{FFFD}" : String($0) }
    let place = origin.map { "\($0): " } ?? ""
    return "\(place)\(format) cannot hold '\(shown.joined())': \(reason)"
  }
}
