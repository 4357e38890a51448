import Foundation
import Testing

@Suite("The search index")
struct SearchIndexTests {
  struct Index: Decodable {
    var kinds: [[String]]
    var lengths: [Int]
    var terms: String
    var postings: [[Int]]
    var named: [Int]
  }

  static func index() throws -> Index {
    let script = PortalTests.site["search-index.js"] ?? ""
    let json = script.dropFirst("rackbook.takeIndex(".count).dropLast(");\n".count)
    return try JSONDecoder().decode(Index.self, from: Data(json.utf8))
  }

  @Test("terms are sorted, each with a list of pages in range")
  func shape() throws {
    let index = try Self.index()
    let terms = index.terms.split(separator: " ").map(String.init)
    #expect(terms.count == index.postings.count)
    #expect(terms == terms.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    for list in index.postings {
      #expect(!list.isEmpty)
      #expect(list.reduce(0) { $0 + $1 >> 8 } < index.lengths.count)
    }
  }

  @Test(
    "names, addresses, ports, symptoms, commands and error texts are in it",
    arguments: [
      "mealie", "192.168.10.250", "9925", "timeout", "crm_resource", "virtualaddressdown", "mealie.lab.example",
    ])
  func contains(term: String) throws {
    #expect(try Self.index().terms.split(separator: " ").contains(Substring(term)))
  }
}
