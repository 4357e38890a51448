import Diagnostics
import LabModel

/// Ports as a table: those of one number and use together, with every place where they are.
enum PortTable {
  private struct Key: Hashable {
    var port: Int
    var transport: String
    var use: String
  }

  /// The table; on the page of the one place where all of them are, without the place.
  static func blocks(_ listeners: [Listener], on page: ThingID? = nil) -> [Block] {
    let groups = Dictionary(grouping: listeners) { Key(port: $0.port, transport: $0.transport.rawValue, use: $0.use) }
    let rows = groups.sorted { left, right in
      (left.key.port, left.key.transport, left.key.use) < (right.key.port, right.key.transport, right.key.use)
    }.map { key, members in
      let places = Set(members.map(\.place)).sorted()
      return Table.Row([
        [.code("\(key.port)/\(key.transport)")], [.text(key.use)],
        places == [page] ? [] : Array(places.map { [.page($0, nil)] }.joined(separator: [.text(" ")])),
      ])
    }
    return rows.isEmpty ? [] : [.table(Table("Ports", head: ["Port", "For", "On"], rows: rows).withoutEmptyColumns)]
  }
}
