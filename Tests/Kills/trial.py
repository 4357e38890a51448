"""One run, killed once or twice, and gone on with to its end."""
import os
import random
import shutil
import signal

import audit
import person

HERE = os.path.dirname(os.path.abspath(__file__))


class Trial:
    """A folder, and a run in it.

    `fails` makes the last step fail, so that all is taken back. `strikes` has for each process in turn where it is killed:
    (kind, number of the call), ("inside", "begin STEP" or "done STEP"), or nothing.
    """

    def __init__(self, surroundings, name, fails=False, strikes=()):
        self.surroundings, self.name, self.fails, self.strikes = surroundings, name, fails, list(strikes)
        self.folder = surroundings.path(name)
        self.ends_what_is_left = random.Random(name).random() < 0.5
        self.snapshots = []
        os.makedirs(self.folder)
        for script in ["act", "did"]:
            shutil.copy(os.path.join(HERE, script), self.folder)
        if fails:
            open(self.path("fail"), "w").close()

    def path(self, name):
        return os.path.join(self.folder, name)

    def ledger(self):
        try:
            with open(self.path("ledger")) as file:
                return file.read().splitlines()
        except FileNotFoundError:
            return []

    def start(self, strike=None, log=None):
        """Begins the run, or goes on with it; gives its exit code and what was shown."""
        run, _ = audit.journal(self.folder)
        here = self.surroundings
        arguments = [here.program, "run", "--plain", "--yes", "--journal", self.path("runs"), "--from-build",
                     here.path("build")]
        arguments += ["--undo-on-failure"] if self.fails else []
        if run:
            arguments += ["--resume", run]
        else:
            arguments += ["lab/every-kind", "--input", f"work={self.folder}", "--input", f"port={here.web.server_port}",
                          "--input", "host=rehearsal"]
        environment = {"PATH": f"{here.path('bin')}:{os.environ['PATH']}", "SWIFT_BACKTRACE": "enable=no"}
        if log:
            environment.update(LD_PRELOAD=here.library, FAULT_LOG=log)
        if strike and strike[0] == "inside":
            with open(self.path("strike"), "w") as file:
                file.write(strike[1])
        elif strike:
            environment.update(LD_PRELOAD=here.library, FAULT_KIND=strike[0], FAULT_AT=str(strike[1]))
        return person.run(arguments, environment, self)

    def run(self):
        """Goes to the end of the run, through every kill; gives what was found wrong, by kind."""
        shown = ""
        for strike in self.strikes + [None] * 3:
            status, shown = self.start(strike)
            if status == -signal.SIGKILL:
                self.snapshots.append(audit.journal(self.folder)[1])
            elif status in (0, 1) and "--resume" not in shown:
                break
        return self.found(shown)

    @property
    def kills(self):
        return len(self.snapshots)

    def found(self, shown):
        run, data = audit.journal(self.folder)
        records, ledger = audit.events(data), self.ledger()
        expected = "undone" if self.fails else "completed"
        found = {"lost": audit.lost(ledger, self.fails), "repeats": sorted(audit.repeats(ledger, records)),
                 "orphans": audit.orphans(self.folder), "unflagged": [], "wrong": []}
        for snapshot in self.snapshots:
            whole = snapshot[:snapshot.rfind(b"\n") + 1]
            if not data.startswith(whole):
                found["lost"].append("lines of the journal")
            found["unflagged"] += sorted(audit.unflagged(audit.events(whole), records))
        if not records or records[-1].get("result") != expected:
            found["wrong"].append(f"not {expected}: {shown[-1500:]}")
        elif self.verify(run) != 0:
            found["wrong"].append("runs verify")
        return {kind: value for kind, value in found.items() if value}

    def verify(self, run):
        here = self.surroundings
        return os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", 'exec "$@" > /dev/null', "sh", here.program, "runs", "verify", run,
                                                "--journal", self.path("runs")])

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
