/// A table: a name for those who cannot see it, headings, rows.
struct Table: Sendable {
  /// A row; a faint one says what is not there, such as a free range.
  struct Row: Sendable {
    var cells: [Prose]
    var isFaint: Bool

    init(_ cells: [Prose], isFaint: Bool = false) {
      self.cells = cells
      self.isFaint = isFaint
    }
  }

  var name: String
  var head: [String]
  var rows: [Row]

  init(_ name: String, head: [String], rows: [Row]) {
    self.name = name
    self.head = head
    self.rows = rows
  }

  /// Without the columns that are empty in every row.
  var withoutEmptyColumns: Table {
    let kept = head.indices.filter { column in
      rows.contains { $0.cells.indices.contains(column) && !$0.cells[column].isEmpty }
    }
    return Table(
      name, head: kept.map { head[$0] },
      rows: rows.map { row in
        Row(kept.map { row.cells.indices.contains($0) ? row.cells[$0] : [] }, isFaint: row.isFaint)
      })
  }
}
