/// A value that is not known before a run: it stands open in a plan.
public enum Reference: Sendable, Hashable {
  /// What a person gives when the run starts, `{{ input.NAME }}`.
  case input(String)
  /// What an earlier step has captured, `{{ capture.NAME }}`.
  case capture(String)
  /// The item of the loop the step stands in, `{{ item }}`.
  case item

  /// Reads a placeholder's key; nothing where it is a fact's.
  init?(key: String) {
    if key == "item" {
      self = .item
    } else if key.hasPrefix("input.") {
      self = .input(String(key.dropFirst("input.".count)))
    } else if key.hasPrefix("capture.") {
      self = .capture(String(key.dropFirst("capture.".count)))
    } else {
      return nil
    }
  }

  /// Its name for people, as it stands open in a text: `<snapshot>`.
  public var name: String {
    switch self {
    case .input(let name), .capture(let name): name
    case .item: "item"
    }
  }
}
