/// How a step is named in a journal: its id, and in a loop `id[item]`.
enum StepKey {
  /// The step's id.
  static func id(of key: String) -> String { key.firstIndex(of: "[").map { String(key[..<$0]) } ?? key }

  /// The loop's item; nothing outside of loops.
  static func item(of key: String) -> String? {
    guard let open = key.firstIndex(of: "["), key.last == "]" else { return nil }
    return String(key[key.index(after: open)...].dropLast())
  }
}
