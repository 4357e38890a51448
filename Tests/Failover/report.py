"""What was checked, how it went, and the outages that were measured."""

import json
import time


class Report:
    """Prints each check as it is made; keeps the figures."""

    def __init__(self):
        self.started = time.monotonic()
        self.passed = 0
        self.failed = 0
        self.outages = {}
        self.durations = {}

    def say(self, text):
        print(f"[{time.monotonic() - self.started:5.1f} s] {text}", flush=True)

    def check(self, holds, sentence):
        """Counts one assertion."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
        self.say(("ok    " if holds else "FAIL  ") + sentence)

    def outage(self, event, seconds):
        self.outages.setdefault(event, []).append(round(seconds, 2))
        self.say(f"      outage after {event}: {seconds:.2f} s")

    def duration(self, what, seconds):
        self.durations[what] = round(seconds, 2)

    def write(self, path):
        self.durations["whole rehearsal"] = round(time.monotonic() - self.started, 1)
        figures = {"outageSeconds": self.outages, "durationSeconds": self.durations,
                   "passed": self.passed, "failed": self.failed}
        path.write_text(json.dumps(figures, indent=2) + "\n")

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed else 0
