import Documents
import Testing

@Suite("DOT")
struct DOTTests {
  @Test("a graph reads as a person would write it")
  func looks() {
    let text = DOT.print(
      graph: "by subnet", [.setting("rankdir", "LR")],
      [
        .nodeDefaults([.setting("shape", "box")]),
        .cluster(
          "lan", [.label("lan\n192.168.10.0/24")],
          [.node("vm/a\"b\\", [.label("R&D \"x\" \\N"), .classes("vm", "up")])]),
        .edge(from: "vm/a\"b\\", to: "nas", [.tooltip("needs")]),
        .node("nas", [.url("hosts/nas & co.html#\"x\""), .id("nas")]),
      ]
    ).text
    #expect(
      text == """
        digraph "by subnet" {
          rankdir="LR";
          node [shape="box"];
          subgraph "cluster_lan" {
            label="lan\\n192.168.10.0/24";
            "vm/a%22b%5c" [label="R&amp;D \\"x\\" \\\\N", class="vm up"];
          }
          "vm/a%22b%5c" -> "nas" [tooltip="needs"];
          "nas" [URL="hosts/nas%20%26%20co.html#%22x%22", id="nas"];
        }

        """)
  }
}
