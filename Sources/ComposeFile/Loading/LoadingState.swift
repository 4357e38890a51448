import Diagnostics

/// What one load has found so far: diagnostics, the keys of all files, the variables that were met.
final class LoadingState {
  let limits: ComposeLimits
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var keys: [ComposePlace: ComposeKey] = [:]
  private(set) var replacements: [ComposePlace: ComposePlace] = [:]
  private(set) var unread: [ComposePlace: ComposeKey.Fate] = [:]
  private(set) var unset: [String: [ComposePlace]] = [:]
  private(set) var defaulted: [ComposePlace: [String]] = [:]
  private var reported: Set<Diagnostic> = []
  private var values = 0
  private var files = 0

  init(limits: ComposeLimits) {
    self.limits = limits
  }

  /// Whether anything found is an error.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  func report(_ rule: Rule, at place: ComposePlace, _ message: String, solutions: [String] = []) {
    let diagnostic = rule.diagnostic(at: place.location, message, solutions: solutions)
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Counts one more value; false, and told once, where there are too many.
  func countValue(at place: ComposePlace) -> Bool {
    values += 1
    if values == limits.values + 1 {
      report(
        ComposeRules.tooLarge, at: place, "more than \(limits.values) values once the anchors are followed",
        solutions: ["write the file without anchors that hold anchors"])
    }
    return values <= limits.values
  }

  /// Counts one more file; false, and told once, where there are too many.
  func countFile(at place: ComposePlace) -> Bool {
    files += 1
    if files == limits.files + 1 {
      report(ComposeRules.tooLarge, at: place, "more than \(limits.files) files are read for one project")
    }
    return files <= limits.files
  }

  func register(_ place: ComposePlace, path: [String]) {
    guard keys[place] == nil else { return }
    var text = ""
    for part in path { text += part.hasPrefix("[") || text.isEmpty ? part : ".\(part)" }
    keys[place] = ComposeKey(place: place, path: text, fate: .kept)
  }

  /// Notes that a key did its work while loading.
  func settle(_ place: ComposePlace, _ fate: ComposeKey.Fate) {
    keys[place]?.fate = fate
  }

  /// Notes that a key and all below it did their work while loading.
  func settleAll(_ node: ComposeNode, _ fate: ComposeKey.Fate) {
    for place in node.places { settle(place, fate) }
    for child in node.items ?? node.mapping?.entries.map(\.value) ?? [] { settleAll(child, fate) }
  }

  /// Notes that a value is not read, where nothing else has settled it.
  func settleUnlessKept(_ node: ComposeNode, _ fate: ComposeKey.Fate) {
    for place in node.places { unread[place] = fate }
    for child in node.items ?? node.mapping?.entries.map(\.value) ?? [] { settleUnlessKept(child, fate) }
  }

  /// Notes that a line does not reach the project because another says the same.
  func replacePlace(_ place: ComposePlace, by other: ComposePlace) {
    replacements[place] = other
  }

  /// Notes that a value does not reach the project because another place says it.
  func replace(_ node: ComposeNode, by place: ComposePlace) {
    for own in node.places where own != place { replacements[own] = place }
    for child in node.items ?? node.mapping?.entries.map(\.value) ?? [] { replace(child, by: place) }
  }

  func noteUnset(_ name: String, at place: ComposePlace) {
    if unset[name]?.last != place { unset[name, default: []].append(place) }
  }

  func noteDefault(_ name: String, at place: ComposePlace) {
    if defaulted[place]?.contains(name) != true { defaulted[place, default: []].append(name) }
  }
}
