import ComposeFile
import Diagnostics

/// Keeps the account of a Compose project: every value of the merged tree is taken exactly once, and every key and item
/// of every file gets a fate, whether somebody thought of it or not.
final class ComposeAccount {
  private var fates: [[String]: Residue.Fate] = [:]
  private var lines: [ComposePlace: Residue.Fate] = [:]
  /// The paths of values that were taken although they were taken already.
  private(set) var takenTwice: [String] = []

  /// Takes a value and everything below it that nobody took.
  func take(_ node: ComposeNode, at path: [String], _ fate: Residue.Fate) {
    let children = Self.children(of: node)
    guard children.isEmpty else {
      for (key, child) in children { take(child, at: path + [key], fate) }
      return
    }
    if fates[path] == nil {
      fates[path] = fate
    } else {
      takenTwice.append(path.joined(separator: "."))
    }
  }

  /// Whether a value was taken, or one below it.
  func isTaken(_ node: ComposeNode, at path: [String]) -> Bool {
    let children = Self.children(of: node)
    if children.isEmpty { return fates[path] != nil }
    return children.contains { isTaken($0.1, at: path + [$0.0]) }
  }

  /// Takes what is left below a value.
  func takeRest(of node: ComposeNode, at path: [String], _ fate: Residue.Fate) {
    let children = Self.children(of: node)
    if children.isEmpty, fates[path] == nil { fates[path] = fate }
    for (key, child) in children { takeRest(of: child, at: path + [key], fate) }
  }

  /// Takes a line of an environment file.
  func takeLine(_ place: ComposePlace, _ fate: Residue.Fate) { lines[place] = fate }

  private static func children(of node: ComposeNode) -> [(String, ComposeNode)] {
    if let items = node.items { return items.enumerated().map { ("[\($0.offset)]", $0.element) } }
    return node.mapping?.entries.map { ($0.key, $0.value) } ?? []
  }

  // MARK: - The account

  /// What became of every key and item of every file.
  func residue(of project: ComposeProject) -> Residue {
    var outcomes: [ComposePlace: [Residue.Fate]] = [:]
    var isInLab: [ComposePlace: Bool] = [:]
    _ = collect(project.root, path: [], into: &outcomes, &isInLab)
    for (place, fate) in lines { outcomes[place, default: []].append(fate) }
    var residue = Residue()
    for key in project.keys {
      let defaults = project.defaulted[key.place] ?? []
      residue.add(
        Residue.Entry(
          source: "compose", place: key.place.location, path: key.path,
          fate: Self.fate(of: key, outcomes[key.place] ?? [], isInLab[key.place], defaults)))
    }
    return residue
  }

  private func collect(
    _ node: ComposeNode, path: [String], into outcomes: inout [ComposePlace: [Residue.Fate]],
    _ isInLab: inout [ComposePlace: Bool]
  ) -> Bool {
    let children = Self.children(of: node)
    if children.isEmpty {
      let fate = fates[path]
      if fate == nil, path.first?.hasPrefix("x-") == true { return false }
      for place in node.places { outcomes[place, default: []].append(fate ?? .dropped("Rackbook has no word for it")) }
      if case .dropped = fate ?? .dropped("") { return false }
      return true
    }
    var isAny = false
    for (key, child) in children where collect(child, path: path + [key], into: &outcomes, &isInLab) { isAny = true }
    for place in node.places { isInLab[place] = isInLab[place] == true || isAny }
    return isAny
  }

  private static func fate(
    of key: ComposeKey, _ outcomes: [Residue.Fate], _ isInLab: Bool?, _ defaults: [String]
  ) -> Residue.Fate {
    switch key.fate {
    case .applied(let how): return .changed(how)
    case .replaced(let place): return .changed("\(place) says it instead")
    case .kept: break
    }
    let note = defaults.isEmpty ? nil : "the default of \(defaults.joined(separator: ", ")) was taken"
    if !outcomes.isEmpty { return combined(outcomes, note) }
    if let isInLab {
      return isInLab ? .carried : .dropped("nothing below it is in the lab")
    }
    return .dropped("an extension that nothing in the project reads")
  }

  /// One fate for all values that a key says.
  private static func combined(_ fates: [Residue.Fate], _ note: String?) -> Residue.Fate {
    var details: [String] = []
    var isDropped = true
    for fate in fates {
      let detail: String?
      switch fate {
      case .carried: detail = nil
      case .changed(let how), .kept(let how): detail = how
      case .dropped(let why): detail = why
      }
      if case .dropped = fate {} else { isDropped = false }
      if let detail, !details.contains(detail) { details.append(detail) }
    }
    if isDropped { return .dropped(details.joined(separator: "; ")) }
    if let note { details.append(note) }
    return details.isEmpty ? .carried : .changed(details.joined(separator: "; "))
  }
}
