import Diagnostics

/// Reads files as text, and tells in the words of a diagnostic why one cannot be read.
struct FileReader {
  let files: any ComposeFiles
  let state: LoadingState

  /// The text of a file; nil where it is missing or refused, which is told unless it is only missing.
  func text(_ path: String, namedAt place: ComposePlace) -> String? {
    guard state.countFile(at: place) else { return nil }
    do {
      guard let bytes = try files.read(path, limit: state.limits.bytes) else { return nil }
      var content = bytes[...]
      if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
      if content.contains(0) {
        state.report(ComposeRules.unreadable, at: ComposePlace(path, 1, 1), "'\(path)' holds zero bytes (NUL)")
        return nil
      }
      guard let text = String(validating: content, as: UTF8.self) else {
        state.report(ComposeRules.unreadable, at: ComposePlace(path, 1, 1), "'\(path)' is not UTF-8 text")
        return nil
      }
      return text
    } catch {
      refuse(path, error, place)
      return nil
    }
  }

  private func refuse(_ path: String, _ refusal: ComposeFileRefusal, _ place: ComposePlace) {
    switch refusal {
    case .outside:
      state.report(
        ComposeRules.outside, at: place, "'\(path)' lies outside the folder that may be read",
        solutions: ["name a folder that holds everything with `--root`"])
    case .tooLarge:
      state.report(ComposeRules.unreadable, at: place, "'\(path)' has more than \(state.limits.bytes) bytes")
    case .unreadable:
      state.report(ComposeRules.unreadable, at: place, "'\(path)' is no regular file, or may not be read")
    }
  }
}
