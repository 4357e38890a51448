import Foundation
import Portal
import Testing

@Suite("Search terms")
struct TokensTests {
  struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    var text: String
    var terms: [String]
    var testDescription: String { text.debugDescription }
  }

  static let vectors: [Vector] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "tokens.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([Vector].self, from: data)) ?? []
  }()

  @Test("the vectors that the browser's tokenizer is held to are there")
  func vectorsAreThere() {
    #expect(Self.vectors.count >= 30)
  }

  @Test("a text becomes the terms of the vectors", arguments: vectors)
  func terms(vector: Vector) {
    #expect(Tokens.terms(vector.text) == vector.terms)
  }
}
