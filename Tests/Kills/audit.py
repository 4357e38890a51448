"""What the ledger, the journal and the list of processes say of a run that was killed and gone on with."""
import collections
import glob
import json
import os
import time

# What cannot be taken back, and what may be done twice.
WITHOUT_UNDO = {"left", "request", "screen", "call/a", "guarded", "last", "sweep"}
IDEMPOTENT = {"right", "call/a"}
STEPS = ["first", "hosts[x]", "hosts[y]", "hosts[z]", "left", "right", "remote", "command", "request", "screen", "call/a",
         "call/b", "guarded", "last", "sweep"]


def events(data):
    """The events of the whole lines of a journal."""
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def journal(folder):
    """The bytes of the journal that has a beginning; nothing where none has."""
    for path in sorted(glob.glob(os.path.join(folder, "runs", "*.jsonl"))):
        with open(path, "rb") as file:
            data = file.read()
        if b"\n" in data:
            return os.path.basename(path)[:-6], data
    return None, b""


def open_steps(records):
    """The actions and undos that were begun, and of which the journal does not say how they ended."""
    is_open = {}
    for record in records:
        key = record.get("step"), record.get("part")
        action = record.get("step"), "undo" if record.get("part") == "undoCheck" else "action"
        if record["event"] == "step.intent" and record["part"] in ("action", "undo"):
            is_open[key] = record["hasCheck"]
        elif record["event"] == "step.outcome" and record["part"] in ("action", "undo"):
            if not (record["outcome"]["result"] == "succeeded" and is_open.get(key)):
                is_open.pop(key, None)
        elif record["event"] == "step.outcome" and record["part"] in ("check", "undoCheck"):
            is_open.pop(action, None)
        elif record["event"] == "step.settled":
            is_open.pop(key, None)
    return set(is_open)


def unflagged(before, after):
    """The steps that a kill left open and that were begun again, or left, without being settled."""
    left = set(open_steps(before))
    wrong = set()
    for record in after[len(before):]:
        key = record.get("step"), record.get("part")
        if record["event"] == "step.settled":
            left.discard(key)
        elif record["event"] == "step.intent" and key in left:
            wrong.add(key)
    return wrong | left


def repeats(ledger, records):
    """The steps that were begun, or done, more often than somebody or something decided that they may be."""
    again = collections.Counter((record["step"], record["part"]) for record in records
                                if record["event"] == "step.settled" and record["decision"] == "again")
    counts = collections.Counter(ledger)
    found = set()
    for step in STEPS:
        for part, prefix in [("action", ""), ("undo", "undo ")]:
            begun, done = counts[f"begin {prefix}{step}"], counts[f"done {prefix}{step}"]
            if begun > 1 + again[step, part] or (done > 1 and step not in IDEMPOTENT):
                found.add((step, part))
    return found


def lost(ledger, fails):
    """The steps that should have been done, or taken back, and were not."""
    wanted = [f"done {step}" for step in STEPS if not (fails and step == "last")]
    if fails:
        wanted += [f"done undo {step}" for step in STEPS if step not in WITHOUT_UNDO]
    return [line for line in wanted if line not in ledger]


def orphans(folder, patience=10):
    """The command lines of processes that work on a folder and do not end; ssh's own connections, which it keeps, are none."""
    end = time.time() + patience
    while True:
        found = []
        for process in glob.glob("/proc/[0-9]*"):
            try:
                with open(process + "/cmdline", "rb") as file:
                    command = file.read()
                with open(process + "/environ", "rb") as file:
                    about = command + file.read()
            except OSError:
                continue
            if folder.encode() in about and b"[mux]" not in command and os.path.basename(process) != str(os.getpid()):
                found.append(command.replace(b"\0", b" ").decode())
        if not found or time.time() > end:
            return found
        time.sleep(0.1)
