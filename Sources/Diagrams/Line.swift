import Documents

/// The kinds of lines in diagrams, told apart by how they are drawn.
enum Line: String, CaseIterable {
  case needs
  case storedOn = "stored on"
  case heldBy = "held by"
  case sameThing = "same machine"

  /// What every line has.
  static let common: [DOT.Attribute] = [.setting("color", "#8793a1"), .setting("arrowsize", "0.7")]

  var cssClass: String { rawValue.split(separator: " ").joined(separator: "-") }

  var attributes: [DOT.Attribute] {
    switch self {
    case .needs: [.setting("style", "solid")]
    case .storedOn: [.setting("style", "dashed")]
    case .heldBy: [.setting("style", "dotted")]
    case .sameThing: [.setting("style", "dotted"), .setting("dir", "none")]
    }
  }
}
