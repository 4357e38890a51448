import Testing

@testable import Runbooks

/// What anybody may write: nothing of it may end the program.
@Suite("Hostile runbooks")
struct HostileRunbookTests {
  static let whole = """
    ---
    title: Restore {{ cluster.name }}
    inputs: [node, size]
    input.node.thing: vm
    input.size.number: 1 to 5
    secret.TOKEN: vault kv/data/x#y
    locks: [vm/km01]
    drill: quarterly
    ---
    # Look
    ```http {steady=api timeout=5s expect="status in (200, 204)"}
    GET https://{{ input.node }}/healthz
    Accept: text/plain

    body
    ```
    1. ```bash {step=a attempts=3 factor=1.5 each="{{ cluster.nodes }}" max-errors=10% skip-if="mode == real" timeout=1s}
       echo "{{ item }}" {{ input.size }}
       ```
    ```expect {of=a}
    capture n: number = json $.a["b c"][0]
    output matches "^(a|b)+$"
    ```
    ```copy {step=b host=km01 mode=0600}
    'a b' -> host:/{{ item }}
    ```
    ```branch {step=c}
    capture.n between 1 and 3 or (not input.node == "x") -> d
    otherwise -> d
    ```
    ```runbook {step=d}
    x/y
    a: {{ capture.n }}
    ```
    """

  @Test("every beginning and every end of a runbook can be read")
  func cuts() {
    let bytes = Array(Self.whole.utf8)
    for length in bytes.indices {
      _ = Reading(bytes: Array(bytes.prefix(length)))
      _ = Reading(bytes: Array(bytes.suffix(length)))
    }
  }

  @Test("a runbook with bytes that were changed can be read", arguments: UInt64(1)...8)
  func changes(seed: UInt64) {
    var random = SplitMix(seed)
    let bytes = Array(Self.whole.utf8)
    let marks = Array("{}=\"'`()<>$[].,:-\n \\\u{0}|#".utf8)
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0...random.next() % 6 {
        let place = Int(random.next() % UInt64(changed.count))
        switch random.next() % 4 {
        case 0: changed[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: changed[place] = marks[Int(random.next() % UInt64(marks.count))]
        case 2: changed.remove(at: place)
        default: changed.insert(marks[Int(random.next() % UInt64(marks.count))], at: place)
        }
      }
      _ = Reading(bytes: changed)
    }
  }

  @Test(
    "whatever is nested, repeated or huge can be read",
    arguments: [
      String(repeating: "> ", count: 1_900) + "```bash {step=a}",
      "```bash {" + String(repeating: "step=a ", count: 500) + "}\ntrue\n```",
      "```bash {step=a skip-if=\"" + String(repeating: "(", count: 3_900) + "\"}\ntrue\n```",
      "```bash {step=a skip-if=\"" + String(repeating: "not ", count: 900) + "\"}\ntrue\n```",
      "```bash {step=a expect=\"output matches '" + String(repeating: "(", count: 990) + "'\"}\ntrue\n```",
      "```bash {step=a expect=\"json $" + String(repeating: "[0]", count: 1_000) + "[ == 1\"}\ntrue\n```",
      "```bash {step=a attempts=99999999999999999999 max-errors=99999999999999999999%}\ntrue\n```",
      "```http {step=a}\n" + String(repeating: "\n", count: 5_000) + "```",
      "```kubectl {step=a}\n---\n---\n```",
      "```copy {step=a host=b}\nhost: -> \n```",
      "```branch {step=a}\n->\n-> b\n->->->\n```",
      String(repeating: "```bash {step=a}\n", count: 2_000),
    ])
  func extremes(body: String) {
    #expect(!Reading.body(body).findings.isEmpty)
  }
}

/// Numbers that look random and are the same on every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
