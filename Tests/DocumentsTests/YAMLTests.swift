import Diagnostics
import Documents
import Foundation
import PythonRunner
import TestNumbers
import Testing
import Yams

@Suite("YAML")
struct YAMLTests {
  @Test("a document reads as a person would write it")
  func looks() {
    let node: Documents.Node = [
      "name": "vault", "on": "push", "replicas": 3, "share": 0.5, "mode": "0644", "address": "192.168.10.1",
      "nothing": .null,
      "args": ["server", "-config=/etc/vault", "--yes", "{{ port }}"],
      "items": [["a": 1, "b": ["c": "d e"]], ["x", "z"], [:], []],
      "script": "#!/bin/sh\necho hi\n", "motto": "no newline\nat the end", "pattern": "a\\d: \"b\"", "left": nil,
    ]
    #expect(
      YAML.print(node.commented("What it is."), header: ["Made by a test."]).text == """
        # Made by a test.
        ---
        # What it is.
        name: vault
        "on": push
        replicas: 3
        share: 0.5
        mode: "0644"
        address: 192.168.10.1
        nothing: null
        args:
          - server
          - -config=/etc/vault
          - --yes
          - "{{ port }}"
        items:
          - a: 1
            b:
              c: d e
          -
            - x
            - z
          - {}
          - []
        script: |
          #!/bin/sh
          echo hi
        motto: |-
          no newline
          at the end
        pattern: 'a\\d: "b"'

        """)
  }

  @Test("every line knows where it comes from")
  func origins() {
    let file = SourceLocation("Lab/Vault.swift", 3)
    let inner = SourceLocation("Lab/Vault.swift", 7)
    let node = (["a": "b", "c": Node(.string("x\ny\n"), from: inner), "d": ["e"]] as Documents.Node).from(file)
    let printed = YAML.print(node)
    #expect(printed.origins == [file, file, inner, inner, inner, file, file])
    #expect(printed.origin(ofLine: 3) == inner)
    #expect(printed.origin(ofLine: 0) == nil && printed.origin(ofLine: 8) == nil)
  }

  @Test("a comment cannot end early")
  func comments() throws {
    let node: Documents.Node = [
      "a": ("b" as Documents.Node).commented("one\ntwo: three\u{85}four: 4\r\nfive: 5\u{2028}six: 6"),
      "list": [(["k": ("v" as Documents.Node).commented("first")] as Documents.Node).commented("item")],
    ]
    let text = YAML.print(node, header: ["x\ny: z"]).text
    let loaded = try #require(try Yams.load(yaml: text) as? [String: Any])
    #expect(Set(loaded.keys) == ["a", "list"])
    #expect(text.contains("  # item\n  # first\n  - k: v\n"))
  }

  @Test("Yams reads every nasty text back, as key and as value", arguments: NastyTexts.notStartingWithMark)
  func roundTrip(text: String) throws {
    let node = Documents.Node.mapping([
      (text, .string(text)), ("list", [.string(text), [.string(text)], [text: "x"]]),
    ])
    #expect(try matches(Yams.load(yaml: YAML.print(node).text), node))
    #expect(try matches(Yams.load(yaml: YAML.print(.string(text)).text), .string(text)))
  }

  @Test("random trees come back through Yams", arguments: 0..<200)
  func randomTrees(seed: Int) throws {
    var numbers = SeededNumbers(seed)
    let node = Documents.Node.random(depth: 4, using: &numbers)
    let text = YAML.print(node).text
    #expect(try matches(Yams.load(yaml: text), node), "\(text)")
  }

  @Test("PyYAML reads every nasty text back, as key and as value")
  func python() async throws {
    let texts = NastyTexts.all
    let node = Documents.Node.mapping(texts.map { ($0, .string($0)) })
    let printed = try await Python.run(
      "import sys, json, yaml; print(json.dumps([list(pair) for pair in yaml.safe_load(sys.stdin.buffer).items()]))",
      on: YAML.print(node).text)
    let pairs = try JSONDecoder().decode([[String]].self, from: Data(printed.utf8))
    #expect(pairs == texts.map { [$0, $0] })
  }

  @Test("several documents share a file")
  func documents() throws {
    let text = YAML.print(documents: [["a": 1], ["b": 2]]).text
    #expect(text == "---\na: 1\n---\nb: 2\n")
  }
}

/// Whether what Yams loaded is what was printed.
private func matches(_ loaded: Any?, _ node: Documents.Node) -> Bool {
  switch node.content {
  case .null: return loaded == nil || loaded is NSNull
  case .bool(let value): return loaded as? Bool == value
  case .int(let value): return loaded as? Int == value
  case .double(let value): return loaded as? Double == value
  case .string(let value): return (loaded as? String).map { $0.utf8.elementsEqual(value.utf8) } ?? false
  case .sequence(let items):
    guard let loaded = loaded as? [Any], loaded.count == items.count else { return false }
    return zip(loaded, items).allSatisfy { matches($0, $1) }
  case .mapping(let mapping):
    guard let loaded = loaded as? [AnyHashable: Any], loaded.count == mapping.entries.count else { return false }
    return mapping.entries.allSatisfy { matches(loaded[$0.key], $0.value) }
  }
}
