import TestNumbers
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

  @Test("a runbook with bytes that were changed can be read", arguments: 1...8)
  func changes(seed: Int) {
    var numbers = SeededNumbers(seed)
    let bytes = Array(Self.whole.utf8)
    let marks = Array("{}=\"'`()<>$[].,:-\n \\\u{0}|#".utf8)
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0...numbers.int(0...5) {
        let place = numbers.int(0...changed.count - 1)
        switch numbers.int(0...3) {
        case 0: changed[place] = UInt8(numbers.int(0...255))
        case 1: changed[place] = marks[numbers.int(0...marks.count - 1)]
        case 2: changed.remove(at: place)
        default: changed.insert(marks[numbers.int(0...marks.count - 1)], at: place)
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
