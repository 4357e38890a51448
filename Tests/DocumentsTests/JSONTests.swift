import Diagnostics
import Documents
import Foundation
import PythonRunner
import TestNumbers
import Testing

@Suite("JSON")
struct JSONTests {
  @Test("a document has two spaces of indentation and no empty lines")
  func looks() {
    let node: Node = ["b": 1, "a": [true, .null, 0.5], "empty": [:], "none": [], "text": "a\"b\\c\n\u{1}ä/"]
    #expect(
      JSON.print(node).text == """
        {
          "b": 1,
          "a": [
            true,
            null,
            0.5
          ],
          "empty": {},
          "none": [],
          "text": "a\\"b\\\\c\\n\\u0001ä/"
        }

        """)
  }

  @Test("every line knows where it comes from")
  func origins() {
    let outer = SourceLocation("Lab/Lab.swift", 1)
    let inner = SourceLocation("Lab/Lab.swift", 2)
    let node = (["a": 1, "b": (["c": 2] as Node).from(inner), "d": 3] as Node).from(outer)
    #expect(JSON.print(node).origins == [outer, outer, inner, inner, inner, outer, outer])
  }

  @Test("a key stands once, with its last value, and keys written with other bytes are others")
  func duplicates() {
    let pairs: [(String, Node?)] = [("a", 1), ("b", 2), ("a", 3), ("e\u{301}", 4), ("é", 5), ("c", nil)]
    for padding in [0, 20] {
      let node = Node.mapping(pairs + (0..<padding).map { ("k\($0)", 0) })
      guard case .mapping(let mapping) = node.content else { return }
      #expect(mapping.entries.prefix(4).map(\.value) == [3, 2, 4, 5])
    }
  }

  @Test("Python reads every nasty text back, as key and as value")
  func python() async throws {
    let texts = NastyTexts.all
    let printed = try await Python.run(
      "import sys, json; print(json.dumps([list(pair) for pair in json.load(sys.stdin.buffer).items()]))",
      on: JSON.print(.mapping(texts.map { ($0, .string($0)) })).text)
    #expect(try JSONDecoder().decode([[String]].self, from: Data(printed.utf8)) == texts.map { [$0, $0] })
  }

  @Test("random trees come back", arguments: 0..<100)
  func randomTrees(seed: Int) throws {
    var numbers = SeededNumbers(seed)
    let node = Node.random(depth: 4, using: &numbers)
    let text = JSON.print(node).text
    let reprinted = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(NSObject.isEqual(reprinted, to: node.foundation), "\(text)")
  }
}

extension NSObject {
  fileprivate static func isEqual(_ left: Any, to right: Any) -> Bool {
    (left as? NSObject)?.isEqual(right) ?? false
  }
}

extension Node {
  fileprivate var foundation: Any {
    switch content {
    case .null: NSNull()
    case .bool(let value): NSNumber(value: value)
    case .int(let value): NSNumber(value: value)
    case .double(let value): NSNumber(value: value)
    case .string(let value): NSString(string: value)
    case .sequence(let items): NSArray(array: items.map(\.foundation))
    case .mapping(let mapping):
      NSDictionary(
        objects: mapping.entries.map(\.value.foundation), forKeys: mapping.entries.map { NSString(string: $0.key) })
    }
  }
}
