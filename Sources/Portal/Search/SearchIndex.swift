import Documents

/// Collects what stands on the pages and writes it as `search-index.js`, which `site/scripts/search.js` reads.
///
/// Terms are sorted, so that a beginning is found by halving. For each term there is a list of pages, as differences; a
/// page is one number: `difference << 8 | fields << 4 | count`, with fields from ``Field`` and a count of at most 15.
struct SearchIndex {
  /// Where on a page a term stands; the values are bits.
  enum Field: Int {
    case name = 1
    case alias = 2
    case heading = 4
    case body = 8
  }

  private struct Posting {
    var page: Int
    var fields: Int
    var count: Int
  }

  private let kinds: [PageKind]
  private var entries: [SearchEntry] = []
  private var lengths: [Int] = []
  private var termNumbers: [String: Int] = [:]
  private var termsOfWord: [String: [Int]] = [:]
  private var postings: [[Posting]] = []

  /// Starts without pages; the kinds come in the order in which people see them.
  init(kinds: [PageKind]) {
    self.kinds = kinds
  }

  mutating func add(_ entry: SearchEntry) {
    let page = entries.count
    entries.append(entry)
    lengths.append(0)
    read(entry.title, .name, of: page)
    for alias in entry.aliases { read(alias, .alias, of: page) }
    for heading in entry.headings { read(heading.text, .heading, of: page) }
    read(entry.summary, .body, of: page)
    for text in entry.body { read(text, .body, of: page) }
  }

  private mutating func read(_ text: String, _ field: Field, of page: Int) {
    for word in Tokens.words(text) {
      for term in terms(of: word) {
        lengths[page] += 1
        if let last = postings[term].indices.last, postings[term][last].page == page {
          postings[term][last].fields |= field.rawValue
          postings[term][last].count = min(15, postings[term][last].count + 1)
        } else {
          postings[term].append(Posting(page: page, fields: field.rawValue, count: 1))
        }
      }
    }
  }

  private mutating func terms(of word: String) -> [Int] {
    if let known = termsOfWord[word] { return known }
    let numbers = Tokens.expand(word).map { term in
      if let number = termNumbers[term] { return number }
      termNumbers[term] = postings.count
      postings.append([])
      return postings.count - 1
    }
    termsOfWord[word] = numbers
    return numbers
  }

  /// The file: one call with one object.
  var script: String {
    // JavaScript compares strings by their UTF-16 units.
    let terms = termNumbers.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
    var script = "rackbook.takeIndex({\"kinds\":["
    script += kinds.map { list([$0.id, $0.label, $0.plural].map(JSON.quote)) }.joined(separator: ",")
    script += "],\n\"pages\":[\n" + entries.map(pageLine).joined(separator: ",\n")
    script += "],\n\"lengths\":" + list(lengths.map(String.init))
    script += ",\n\"terms\":" + JSON.quote(terms.map(\.key).joined(separator: " "))
    script += ",\n\"postings\":[" + terms.map { postingList(postings[$0.value]) }.joined(separator: ",")
    script += "],\n\"named\":" + list(named(terms.map(\.value)).map(String.init))
    return script + "});\n"
  }

  private func pageLine(_ entry: SearchEntry) -> String {
    let kind = kinds.firstIndex { $0.id == entry.kind } ?? 0
    let headings = entry.headings.map { list([JSON.quote($0.text), JSON.quote($0.anchor)]) }
    return list([
      "\(kind)", JSON.quote(entry.title), JSON.quote(entry.path), JSON.quote(entry.summary),
      list(entry.aliases.map(JSON.quote)), list(headings),
    ])
  }

  private func postingList(_ postings: [Posting]) -> String {
    var before = 0
    return list(
      postings.map { posting in
        defer { before = posting.page }
        return String((posting.page - before) << 8 | posting.fields << 4 | posting.count)
      })
  }

  /// The positions of terms that stand in a name or another name: only these are searched inside and with typing errors.
  private func named(_ order: [Int]) -> [Int] {
    let mask = Field.name.rawValue | Field.alias.rawValue
    return order.indices.filter { position in postings[order[position]].contains { $0.fields & mask != 0 } }
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }
}
