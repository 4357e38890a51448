/// Rows of words in columns, for a terminal.
enum TextTable {
  /// Lines with each column as wide as its widest cell, two spaces apart; the last column as it is.
  ///
  /// - Parameters:
  ///   - rows: The cells of each row.
  ///   - head: The headings; none for a list.
  ///   - indent: What every line begins with.
  /// - Returns: The lines, the headings first; none without rows.
  static func lines(_ rows: [[String]], head: [String] = [], indent: String = "") -> [String] {
    guard !rows.isEmpty else { return [] }
    let all = (head.isEmpty ? [] : [head]) + rows
    let columns = all.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in all.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return all.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return indent + cells.joined(separator: "  ")
    }
  }
}
