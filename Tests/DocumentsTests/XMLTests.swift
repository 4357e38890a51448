import Diagnostics
import Documents
import Foundation
import PythonRunner
import Testing

@Suite("XML")
struct XMLTests {
  @Test("a tree is one element a line, each with its origin")
  func looks() throws {
    let place = SourceLocation("Lab/LB.swift", 4)
    let printed = try XML.print(
      .init(
        "cib", ["epoch": "1", "missing": nil],
        children: [.init("nvpair", ["name": "ip", "value": "10.0.0.1"], from: place), .init("note", text: "a & b")]),
      header: ["made -- by -"])
    #expect(
      printed.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- made - - by -  -->
        <cib epoch="1">
          <nvpair name="ip" value="10.0.0.1"/>
          <note>a &amp; b</note>
        </cib>

        """)
    #expect(printed.origin(ofLine: 4) == place)
  }

  @Test("Python reads every text back that XML can hold")
  func nasty() async throws {
    let texts = NastyTexts.all.filter { !isIllegal($0) }
    let document = try XML.print(.init("all", children: texts.map { .init("one", ["value": $0], text: $0) }))
    let printed = try await Python.run(
      """
      import sys, json, xml.etree.ElementTree as tree
      print(json.dumps([[e.get("value"), e.text or ""] for e in tree.fromstring(sys.stdin.buffer.read())]))
      """, on: document.text)
    let pairs = try JSONDecoder().decode([[String]].self, from: Data(printed.utf8))
    #expect(zip(pairs, texts).filter { $0 != [$1, $1] }.map(\.1) == [])
  }

  @Test("a text that XML cannot hold is refused by name", arguments: NastyTexts.all.filter(isIllegal))
  func illegal(text: String) {
    let error = #expect(throws: UnrepresentableValue.self) { try XML.print(.init("a", ["b": text])) }
    #expect(error?.value == text)
    #expect(throws: UnrepresentableValue.self) { try XML.print(.init("a", text: text)) }
  }
}

private func isIllegal(_ text: String) -> Bool {
  text.unicodeScalars.contains { scalar in
    switch scalar.value {
    case 0x9, 0xA, 0xD: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
