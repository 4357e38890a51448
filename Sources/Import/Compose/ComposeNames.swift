/// Names that Kubernetes takes, made of names that Compose takes.
enum ComposeNames {
  /// Lower case letters, digits and hyphens, a letter first, at most 63; what is none becomes a hyphen.
  static func label(_ text: String) -> String {
    var label = ""
    for scalar in text.lowercased().unicodeScalars {
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isPlain {
        label.unicodeScalars.append(scalar)
      } else if !label.isEmpty, !label.hasSuffix("-") {
        label += "-"
      }
    }
    if let first = label.first, first.isNumber { label = "n\(label)" }
    label = String(label.prefix(63))
    while label.hasSuffix("-") { label.removeLast() }
    return label.isEmpty ? "unnamed" : label
  }

  /// Whether Kubernetes takes a name as it is.
  static func isLabel(_ text: String) -> Bool { label(text) == text }

  /// A label that is not taken yet, with a number behind it where it is.
  static func unique(_ text: String, _ taken: inout Set<String>) -> String {
    let base = label(text)
    if taken.insert(base).inserted { return base }
    var number = 2
    while !taken.insert("\(base.prefix(58))-\(number)").inserted { number += 1 }
    return "\(base.prefix(58))-\(number)"
  }
}
