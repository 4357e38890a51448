/// Placeholders that stand for inputs: `input.NAME`.
enum InputKey {
  /// The input's name, or nothing where the key is a fact's.
  static func name(in key: String) -> String? {
    key.hasPrefix("input.") ? String(key.dropFirst("input.".count)) : nil
  }
}
