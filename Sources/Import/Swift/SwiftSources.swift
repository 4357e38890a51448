import Diagnostics

/// Prints what was imported as Swift in the shape that compiles fast: values at the top level, short braces, short files.
public struct SwiftSources: Sendable {
  /// The most lines in one pair of braces: beyond about 25, the compiler's time grows with their square.
  static let braceLimit = 25
  /// The most declarations in one file.
  static let fileLimit = 50

  /// The files, the last of which lists everything.
  public let files: [SwiftFile]
  /// The Swift name of the list of everything that was imported; nil where nothing stands in a lab's body.
  public let listName: String?

  /// Prints a lab.
  ///
  /// - Parameters:
  ///   - lab: What was imported.
  ///   - prefix: The first word of file names, in upper camel case: `Kubernetes`.
  ///   - taken: Swift names that the lab has already.
  public init(_ lab: ImportedLab, prefix: String, taken: Set<String> = []) {
    var names = SwiftIdentifiers(taken: taken)
    let listName = names.name(prefix)
    var identifiers: [ThingID: String] = [:]
    for declaration in lab.declarations where identifiers[declaration.id] == nil {
      identifiers[declaration.id] = names.name(for: declaration.id)
    }
    var writer = GroupWriter(printer: SwiftPrinter(identifiers: identifiers), names: names, prefix: prefix)
    for group in Self.groups(of: lab) { writer.write(group.name, group.declarations) }
    let lists = writer.lists
    if !lists.isEmpty { writer.writeList(listName, of: lists) }
    self.files = writer.files
    self.listName = lists.isEmpty ? nil : listName
  }

  private static func groups(of lab: ImportedLab) -> [(name: String, declarations: [ImportedDeclaration])] {
    var groups: [(name: String, declarations: [ImportedDeclaration])] = []
    var places: [String: Int] = [:]
    for declaration in lab.declarations {
      let name = SwiftIdentifiers.camelCase(declaration.group, startsUpper: true)
      if let place = places[name] {
        groups[place].declarations.append(declaration)
      } else {
        places[name] = groups.count
        groups.append((name, [declaration]))
      }
    }
    return groups
  }
}
