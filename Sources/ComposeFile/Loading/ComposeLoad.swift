import Diagnostics

/// What a load gives: the project, unless an error stands in the way, and everything that was found.
public struct ComposeLoad: Sendable {
  /// The project; nil where a diagnostic is an error.
  public let project: ComposeProject?
  /// Everything found, in order of the places.
  public let diagnostics: [Diagnostic]
}

/// Loads a Compose project.
///
/// Nothing is read but the files that are named, what they name in turn, and `.env`; the environment of this process never is.
///
/// - Parameters:
///   - options: What to load, and how.
///   - files: Where files are taken from.
/// - Returns: The project, or the reasons why there is none.
public func loadCompose(_ options: ComposeOptions, from files: any ComposeFiles) -> ComposeLoad {
  ProjectLoader(options: options, files: files).load()
}
