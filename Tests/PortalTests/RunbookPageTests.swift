import Diagnostics
import LabModel
import Portal
import Runbooks
import Testing

@Suite("The page of a runbook")
struct RunbookPageTests {
  private static let page: String = {
    var log = DiagnosticLog()
    var library = RunbookLibrary()
    for (name, text) in [("renew", markdown), ("look", called)] {
      guard let runbook = RunbookParser.parse(Array(text.utf8), file: "runbooks/\(name).md", reporting: &log) else {
        continue
      }
      library.add(.init(runbook, for: SampleLab.balancer.id, facts: Facts()))
    }
    var content = SampleLab.content
    content.runbooks = library.resolved(reporting: &log)
    return log.diagnostics.filter { $0.severity == .error }.map(\.message).joined(separator: "\n")
      + (Site(content)["runbook/k8s-api/renew.html"] ?? "no page").split(separator: "\n").joined()
  }()

  @Test(
    "every kind of step says what it does, where, and what follows",
    arguments: [
      // What is asked for and read.
      "<code>&lt;mode&gt;</code>", "<code>soft</code>, <code>hard</code>; <code>soft</code> unless you say another",
      "1 to 3", "Vault, field <code>password</code> of <code>kv/data/shop</code>",
      "<strong>the API answers</strong>", "The runbook begins only where it holds.",
      // Before a step.
      "<code>km01</code> <code>km02</code>", "2 at a time, the first goes alone, stops when more than 1 have failed",
      "<dt>Left out if</dt><dd><code>capture.days &gt; 30</code>", "<dt>Must hold</dt>", "new enough",
      "First this must succeed, </span>here", "<dt>Together with</dt>", "<a href=\"#step-second\">Second</a>",
      // What it does.
      "kubectl --namespace=vault get secrets", "GET https://192.168.10.250:6443/livez", "Waits, at most 3 min, here",
      "<code>input.mode == hard</code>", "Someone else approves", "Nobody is on call now.",
      "If <code>capture.days exists</code>: go on at <a href=\"#step-done\">Write it down</a>",
      "Otherwise the step has failed.", "in drills only", "clean-up, never left out",
      // What follows.
      "<dt>Expected</dt><dd><code>status == 200</code>", "<dt>Remembers</dt><dd><code>days: number</code>",
      "up to 3 times, 5 s apart", "goes on at <a href=\"#step-done\">", "It has worked when this succeeds, </span>here",
      "This takes it back, </span>on <a", "It is taken back when this succeeds, </span>here", "the runbook ends here",
      // The called runbook.
      "Calls <a", "id=\"step-call/see\"", "data-number=\"10.1\"",
    ])
  func says(_ text: String) {
    #expect(Self.page.contains(text), "\(Self.page)")
  }

  private static let called = """
    ---
    title: Look around
    summary: See who is there.
    for: load-balancer
    ---

    ```bash {step="see" title="See"}
    crm_mon -1
    ```
    """

  private static let markdown = """
    ---
    title: Renew the certificate
    summary: One of every step.
    for: load-balancer
    inputs: [mode, count]
    input.mode: how
    input.mode.choice: [soft, hard]
    input.mode.default: soft
    input.count: how many
    input.count.number: 1 to 3
    secret.PASSWORD: vault kv/data/shop#password
    steady-before: required
    ---

    ```bash {steady="api" title="the API answers"}
    curl -sk https://192.168.10.250:6443/livez
    ```

    ```bash {step="days" title="How long it lasts" capture="days: number" attempts=3 pause=5s secret="PASSWORD"}
    echo 40
    ```

    ```bash {step="each" title="Each" each="km01 km02" concurrency=2 canary max-errors=1 skip-if="capture.days > 30" require="input.count < 3" message="new enough"}
    echo {{ item }}
    ```

    ```bash {step="first" title="First" parallel="both"}
    true
    ```

    ```bash {step="second" title="Second" parallel="both"}
    true
    ```

    ```bash {step="change" title="Change it" on-failure=done}
    systemctl restart keepalived
    ```

    ```bash {precondition="change"}
    test -e /etc/keepalived
    ```

    ```bash {check="change"}
    systemctl is-active keepalived
    ```

    ```bash {undo="change" host="km01"}
    systemctl stop keepalived
    ```

    ```bash {undo-check="change"}
    true
    ```

    ```kubectl {step="secrets" title="Secrets" namespace=vault}
    get secrets
    ```

    ```http {step="live" title="Live" wait=3m every=2s expect="status == 200"}
    GET https://192.168.10.250:6443/livez
    ```

    ```assert {step="hard" title="Hard" only-in=drill}
    input.mode == hard
    ```

    ```approval {step="agree" title="Agree"}
    May it be done?
    ```

    ```runbook {step="call" title="Look around"}
    k8s-api/look
    ```

    ```note {step="calm" title="Calm"}
    Nobody is on call now.
    ```

    ```branch {step="way" title="Way"}
    capture.days exists -> done
    ```

    ```manual {step="done" title="Write it down" end}
    In the log.
    ```

    ```bash {step="tidy" title="Tidy" phase=clean-up}
    rm -f /tmp/lock
    ```
    """
}
