import Diagnostics

/// Why nothing, or not everything, was written.
public struct ImportFailure: Error {
  /// The reasons, with their places.
  public let diagnostics: [Diagnostic]
}
