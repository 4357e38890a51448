import Diagnostics
import Documents
import Testing

@Suite("Printed text")
struct TextWriterTests {
  private let outer = SourceLocation("Lab/Lab.swift", 1)
  private let inner = SourceLocation("Lab/Lab.swift", 2)

  @Test("lines are indented and belong to the place that is current")
  func writing() {
    var out = TextWriter(origin: outer)
    out.line("a")
    out.from(inner) { out in
      out.indented { $0.line("b\n\nc\r\nd") }
      out.from(nil) { $0.line() }
    }
    out.line("e")
    #expect(out.printed.text == "a\n  b\n\n  c\r\n  d\n\ne\n")
    #expect(out.printed.origins == [outer, inner, inner, inner, inner, inner, outer])
  }

  @Test("lines printed elsewhere keep their place, and get one where they have none")
  func appending() {
    var out = TextWriter(origin: outer)
    out.append(PrintedText("x\ny", from: inner) + PrintedText("z"))
    #expect(out.printed.text == "x\ny\nz\n")
    #expect(out.printed.origins == [inner, inner, outer])
  }

  @Test("there are as many origins as lines", arguments: ["", "\n", "a", "a\n", "a\r\nb", "\n\n"])
  func whole(text: String) {
    let printed = PrintedText(text, from: outer)
    #expect(printed.origins.count == printed.bytes.count { $0 == UInt8(ascii: "\n") })
    #expect(printed.isEmpty || printed.text.utf8.last == UInt8(ascii: "\n"))
  }
}
