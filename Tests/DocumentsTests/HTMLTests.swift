import Documents
import Foundation
import PythonRunner
import Testing

@Suite("HTML")
struct HTMLTests {
  @Test("a page reads as a person would write it")
  func looks() {
    var html = HTML()
    html.doctype()
    html.element("html", .named("lang", "en")) { html in
      html.element("p", class: "lead", id: "top", .data("kind", nil), .flag("hidden", false)) {
        $0.text("Fish & <chips> ")
        $0.element("a", .href("a.html?b=1&c=\"2\"")) { $0.text("here") }
        $0.element("br")
        $0.element("img", .src("../rack.svg"), .named("alt", ""))
      }
      html.element("details", .flag("open"), .aria("label", "x"))
      html.raw(alreadyRendered: "<svg></svg>")
    }
    #expect(
      html.text == """
        <!DOCTYPE html>
        <html lang="en"><p id="top" class="lead">Fish &amp; &lt;chips&gt; <a href="a.html?b=1&amp;c=&quot;2&quot;">here</a><br><img src="../rack.svg" alt=""></p>
        <details open aria-label="x"></details>
        <svg></svg></html>

        """)
  }

  @Test("Python reads every nasty text back, as text and as attribute")
  func nasty() async throws {
    var html = HTML()
    let texts = NastyTexts.all.filter { !$0.contains("\0") && !$0.contains("\r") }
    for text in texts { html.element("i", .title(text)) { $0.text(text) } }
    let printed = try await Python.run(
      """
      import sys, json, html.parser
      class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag, attributes): found.append([dict(attributes)["title"], ""])
        def handle_data(self, data): found[-1][1] += data
      found = []
      reader = Reader(); reader.feed(sys.stdin.buffer.read().decode()); reader.close()
      print(json.dumps(found))
      """, on: html.text)
    let expected = texts.map { text in
      String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }
    #expect(try JSONDecoder().decode([[String]].self, from: Data(printed.utf8)) == expected.map { [$0, $0] })
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x7F || scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
  }

  @Test(
    "an address that could run code is left out",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
      "\u{1}javascript:x",
      "vbscript:x", "data:text/html,<script>", "file:///etc/passwd", "javascript&colon;:x",
    ])
  func refused(address: String) {
    var html = HTML()
    html.element("a", .href(address), .named("xlink:href", address))
    #expect(html.text == "<a></a>")
  }

  @Test(
    "an ordinary address stays",
    arguments: [
      "https://lab.example/?q=1", "HTTP://lab.example", "vault.html", "../hosts/pve1.html#disks", "#top", "",
      "./a:b.html",
      "/a:b", "?time=10:30", "mailto:me@lab.example", "ssh://root@pve1",
    ])
  func allowed(address: String) {
    var html = HTML()
    html.element("a", .href(address))
    #expect(html.text == "<a href=\"\(address)\"></a>")
  }
}
