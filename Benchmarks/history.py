"""Times `runs` over 10,000 past runs: history.py PROGRAM, where PROGRAM is a lab's, built for release.

The journals are made here, a start, a step and an end each. The first search reads them all; the others find what is known of
them in the folder's cache. Told are the first time and the median of nine, in milliseconds, the start of the program included.
"""
import hashlib, json, os, statistics, subprocess, sys, tempfile, time

program, count = sys.argv[1], 10_000


def line(record):
    open_line = json.dumps(record, sort_keys=True, separators=(",", ":"))[:-1]
    return f'{open_line},"sum":"{hashlib.sha256(open_line.encode()).hexdigest()}"}}'


def journal(number):
    by = {"user": "anna", "machine": "desk", "pid": 1, "version": "1"}
    outcome = {"result": "succeeded", "exitCode": 0, "milliseconds": 900 + number % 100, "tail": "ok\n"}
    events = [
        {"event": "run.start", "runbook": f"thing{number % 50}/restore", "closure": {"plan": "0" * 64, "tool": "1"},
         "mode": "drill" if number % 10 == 0 else "real", "inputs": {"snapshot": f"/backup/{number}.db"}, "secrets": [],
         "locks": [], "by": by},
        {"event": "step.intent", "step": "a", "part": "action", "attempt": 1, "command": "true", "usesTerminal": False,
         "hasCheck": False, "isIdempotent": False},
        {"event": "step.outcome", "step": "a", "part": "action", "outcome": outcome},
        {"event": "run.end", "result": "failed" if number % 7 == 0 else "completed", "records": 4},
    ]
    lines, previous = [], "0" * 64
    for n, event in enumerate(events, 1):
        lines.append(line({"n": n, "at": f"2026-01-01T00:00:{n:02}.000Z", "prev": previous, **event}))
        previous = hashlib.sha256(lines[-1].encode()).hexdigest()
    return "\n".join(lines) + "\n"


def search(folder):
    start = time.perf_counter()
    words = ["runs", "--journal", folder, "--result", "failed", "--mode", "drill", "backup/49"]
    found = subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout.splitlines()
    return 1000 * (time.perf_counter() - start), len(found)


with tempfile.TemporaryDirectory() as folder:
    for number in range(count):
        with open(os.path.join(folder, f"20260101T000000Z-run-{number:05}.jsonl"), "w") as file:
            file.write(journal(number))
    expected = sum(1 for n in range(count) if n % 70 == 0 and "backup/49" in f"/backup/{n}")
    first, found = search(folder)
    assert found == expected > 0, (found, expected)
    later = [search(folder)[0] for _ in range(9)]
    print(f"{count} runs: first search {first:.0f} ms, then {statistics.median(later):.0f} ms")
