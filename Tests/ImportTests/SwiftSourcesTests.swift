import Diagnostics
import Documents
import Import
import Testing

@Suite("Imported things as Swift", .serialized)
struct SwiftSourcesTests {
  static let place = SourceLocation("apps/all.yaml", 3)
  static let lan = ThingID("network", "lan")
  static let hostile = [
    "", "\"", "\\", "\"\"\"", "\\(fatalError())", "\u{0}", "\n", "a\r\nb", "\t", "😀", "e\u{301}", "\u{301}",
    "\u{202E}abc",
    "\u{2028}", "#\"", "\"#", "'", "`", "//", "*/", "\u{FEFF}", "a\u{200D}b", "${x}", "%@", "{{ x }}", "ünïcödé",
    "\u{FFFD}",
    String(repeating: "long ", count: 40),
    "line one of a text that has several\n\n  line three \"\"\" \\(x)  \n\ttabbed \\n\n",
    String(repeating: "\"", count: 70) + "\n" + String(repeating: "\\", count: 70),
  ]

  static func network(_ name: String, parts: [SwiftExpression]? = nil) -> ImportedDeclaration {
    ImportedDeclaration(
      ThingID("network", name), in: "Networks",
      SwiftCall("Network", [.init(.text(name)), .init(.text("192.168.1.0/24"))], parts: parts), at: place)
  }

  static func host(_ name: String, _ address: String = "192.168.1.2") -> ImportedDeclaration {
    ImportedDeclaration(
      ThingID("host", name), in: "Machines",
      SwiftCall(
        "BareMetalHost",
        [
          .init(.text(name)), .init("at", .address(on: lan, address)), .init("cores", .integer(4)),
          .init("memory", .call(SwiftCall(".gib", [.init(.integer(8))]))),
          .init("disk", .call(SwiftCall(".gib", [.init(.integer(100))]))),
          .init("operatingSystem", .member("debian13")),
        ]), at: place, comments: ["Cores, memory and disk are assumed."])
  }

  static func lab(_ declarations: [ImportedDeclaration]) -> ImportedLab {
    var lab = ImportedLab()
    lab.declarations = declarations
    return lab
  }

  static func sources(_ lab: ImportedLab) -> [(name: String, text: String)] {
    let sources = SwiftSources(lab, prefix: "Imported")
    let main = "import Rackbook\n\n@main struct Trial: Lab {\n  var body: [any Component] { imported }\n}\n"
    return sources.files.map { ($0.name, $0.text) } + [("Trial.swift", main)]
  }

  @Test("hostile texts compile, and are formatted as swift format wants them")
  func hostileTexts() async throws {
    let texts = Self.hostile.enumerated().map { index, text in
      ImportedDeclaration(
        ThingID("service", text), in: "Texts \(index % 3)",
        SwiftCall(
          "BareMetalHost",
          [
            .init(.text(text)), .init("at", .address(on: Self.lan, String(text.prefix(40)))),
            .init("cores", .integer(1)),
            .init("memory", .call(SwiftCall(".gib", [.init(.integer(1))]))),
            .init("disk", .call(SwiftCall(".gib", [.init(.integer(1))]))),
          ]), at: SourceLocation(text, 1), comments: [text])
    }
    let sources = Self.sources(Self.lab([Self.network("lan")] + texts))
    let complaints = try await SwiftCompiler.complaints(about: sources)
    #expect(complaints == "")
    let formatting = try await SwiftCompiler.formattingComplaints(about: sources)
    #expect(formatting == "")
  }

  @Test("names are valid, unique, and no keywords")
  func names() {
    let names = [
      "home-apps", "default", "3proxy", "ünï", "", "😀", "a.b_c", "HOME", "homeApps", "home apps", "self", "body",
      "\(String(repeating: "x", count: 500))", "let \"", "NextCloud",
    ]
    let lab = Self.lab(names.map { Self.host($0) } + [Self.network("HOME")])
    let text = SwiftSources(lab, prefix: "Imported").files.map(\.text).joined()
    let given = text.matches(of: /(?m)^let (\w+) =/).map { String($0.1) }
    #expect(Set(given).count == given.count)
    #expect(
      Array(given.prefix(12)) == [
        "homeApps", "defaultHost", "n3proxy", "n", "host", "host2", "aBC", "home", "homeAppsHost", "homeAppsHost2",
        "selfHost",
        "bodyHost",
      ])
    #expect(given.last == "homeNetwork")
  }

  @Test("names that the lab has already are not given again")
  func taken() {
    let sources = SwiftSources(Self.lab([Self.host("pve")]), prefix: "Ansible", taken: ["pve", "ansible"])
    #expect(sources.files.first?.text.contains("let pveHost = ") == true)
    #expect(sources.listName == "ansible2")
  }

  @Test("a thousand hosts are split into short files and short braces, and compile")
  func many() async throws {
    let ranges = (0..<700).map { index in
      SwiftExpression.call(
        SwiftCall(
          "Reserved", [.init(.text("r\(index)")), .init("from", .text("10.0.0.1")), .init("to", .text("10.0.0.2"))]))
    }
    let lab = Self.lab(
      [Self.network("lan", parts: ranges)] + (0..<1000).map { Self.host("host\($0)", "192.168.1.\($0 % 250)") })
    let sources = Self.sources(lab)
    for source in sources {
      #expect(source.text.split(separator: "\n").count < 900, "\(source.name)")
      for braces in source.text.matches(of: /\{([^{}]*)\}/) {
        #expect(braces.1.split(separator: "\n").count <= 25, "\(source.name)")
      }
    }
    #expect(sources.count > 20)
    let complaints = try await SwiftCompiler.complaints(about: sources)
    #expect(complaints == "")
    let formatting = try await SwiftCompiler.formattingComplaints(about: sources)
    #expect(formatting == "")
  }

  @Test("the same lab gives the same bytes")
  func deterministic() {
    let lab = Self.lab((0..<60).map { Self.host("host\($0)") })
    #expect(SwiftSources(lab, prefix: "A").files == SwiftSources(lab, prefix: "A").files)
  }
}
