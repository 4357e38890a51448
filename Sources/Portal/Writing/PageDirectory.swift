import Diagnostics

/// Every page with its address, so that links are made from what they mean.
struct PageDirectory: Sendable {
  /// A page's place and what links to it say.
  struct Entry: Sendable {
    var id: ThingID
    var kind: PageKind
    var title: String
    var shortTitle: String
    var path: String
  }

  /// All pages in the order in which they were given.
  let entries: [Entry]
  private let positions: [ThingID: Int]
  private let members: [PageKind: [Int]]
  private let places: [ThingID: Int]

  init(_ pages: [Page]) {
    var entries: [Entry] = []
    var positions: [ThingID: Int] = [:]
    var taken: Set<String> = []
    for page in pages where positions[page.id] == nil {
      let path = Self.path(of: page.id, besides: &taken)
      positions[page.id] = entries.count
      entries.append(
        Entry(
          id: page.id, kind: page.kind, title: page.title, shortTitle: page.shortTitle ?? page.title, path: path))
    }
    let listed = entries.indices.filter { entries[$0].id.kind == entries[$0].kind.id }
    let members = Dictionary(grouping: listed) { entries[$0].kind }.mapValues { indices in
      indices.sorted { naturally(entries[$0].shortTitle, entries[$1].shortTitle) }
    }
    self.entries = entries
    self.positions = positions
    self.members = members
    places = Dictionary(
      uniqueKeysWithValues: members.values.flatMap { indices in
        indices.enumerated().map { (entries[$0.element].id, $0.offset) }
      })
  }

  subscript(_ id: ThingID) -> Entry? { positions[id].map { entries[$0] } }

  /// The way from a page to the portal's folder: `../`, or nothing.
  func root(of id: ThingID) -> String {
    let depth = self[id]?.path.utf8.count { $0 == UInt8(ascii: "/") } ?? 0
    return String(repeating: "../", count: depth)
  }

  /// How many pages of a kind there are.
  func count(of kind: PageKind) -> Int { members[kind]?.count ?? 0 }

  /// The pages of a kind, at most so many and around the given one: navigation must not grow with the lab.
  func neighbours(of id: ThingID, kind: PageKind, limit: Int) -> [Entry] {
    guard let all = members[kind] else { return [] }
    guard all.count > limit, let place = places[id] else { return all.prefix(limit).map { entries[$0] } }
    let start = max(0, min(place - limit / 2, all.count - limit))
    return all[start..<start + limit].map { entries[$0] }
  }

  /// Where a page is, such as `service/mealie.html`; unique also where capital letters do not count.
  private static func path(of id: ThingID, besides taken: inout Set<String>) -> String {
    let stem =
      switch id.kind {
      case PageKind.overview.id: safe(id.name)
      case "list": "\(safe(id.name))/index"
      default: "\(safe(id.kind))/\(safe(id.name))"
      }
    var path = "\(stem).html"
    var number = 2
    while !taken.insert(path.lowercased()).inserted {
      path = "\(stem)-\(number).html"
      number += 1
    }
    return path
  }

  /// A name as a path of letters, digits, `-`, `_`, `.` and `/`, no part of which is empty or begins with a dot.
  private static func safe(_ name: String) -> String {
    let parts = name.split(separator: "/").map { part -> String in
      let kept = part.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
        default: "-"
        }
      }
      let text = String(kept.prefix(100))
      return text.hasPrefix(".") ? "-" + text.dropFirst() : text
    }
    return parts.isEmpty ? "unnamed" : parts.joined(separator: "/")
  }
}
