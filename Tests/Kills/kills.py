"""Kills the runner of a runbook of every kind of step with signal 9, goes on with the run, and tells what went wrong.

kills.py PROGRAM [KILLS]: PROGRAM is a lab's. It is killed before, after and in the middle of system calls that change files
(each write and each fsync of the journal is one), and from inside of each step and each undo, a third of the runs twice. Prints
one table, and each finding; exits with 1 where there is one.
"""
import collections
import concurrent.futures
import os
import random
import shutil
import sys
import tempfile

import audit
from surroundings import Surroundings
from trial import Trial


def calls(surroundings, fails):
    """The names of the calls that a run without a kill makes."""
    trial = Trial(surroundings, f"counted-{fails}", fails)
    log = trial.path("calls")
    _, shown = trial.start(log=log)
    found = trial.found(shown)
    assert not found, found
    with open(log) as file:
        return file.read().split()


def moments(surroundings):
    """Every moment at which a run can be killed: (fails, strike)."""
    inside, between = [], []
    for fails in [False, True]:
        for number, name in enumerate(calls(surroundings, fails), 1):
            kinds = ["kill", "after"] + (["half"] if name == "write" else [])
            between += [(fails, (kind, number)) for kind in kinds]
        steps = [step for step in audit.STEPS if step != "request" and not (fails and step == "last")]
        lines = [f"{when} {step}" for step in steps for when in ["begin", "done"]]
        if fails:
            lines = [f"{when} undo {step}" for step in steps if step not in audit.WITHOUT_UNDO for when in ["begin", "done"]]
        inside += [(fails, ("inside", line)) for line in lines]
    return inside, between


def choose(surroundings, kills):
    """The trials: moments spread evenly, inside of steps and between calls; every third run is killed a second time."""
    numbers = random.Random(kills)
    inside, between = moments(surroundings)
    share = min(len(inside), kills // 5)
    chosen = numbers.sample(inside, share) + numbers.sample(between, min(len(between), max(1, (3 * kills) // 4 - share)))
    numbers.shuffle(chosen)
    for number, (fails, strike) in enumerate(chosen):
        again = [(numbers.choice(["kill", "after"]), numbers.randint(1, 60))] if number % 3 == 0 else []
        yield number, fails, [strike] + again


KINDS = {"kill": "before a call", "after": "after a call", "half": "in the middle of a write", "inside": "inside a step or an undo"}
FINDINGS = ["lost", "repeats", "orphans", "unflagged", "wrong"]


def attempt(trial):
    try:
        return trial, trial.run()
    finally:
        shutil.rmtree(trial.folder, ignore_errors=True)


def main():
    program, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500
    folder = tempfile.mkdtemp(prefix="rackbook-kills-")
    surroundings = Surroundings(folder, program)
    table = {name: collections.Counter() for name in [*KINDS.values(), "again, while it was gone on with"]}
    try:
        trials = [Trial(surroundings, f"trial-{number}", fails, strikes)
                  for number, fails, strikes in choose(surroundings, kills)]
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            for trial, found in pool.map(attempt, trials):
                row = table[KINDS[trial.strikes[0][0]]]
                row["kills"] += min(trial.kills, 1)
                table["again, while it was gone on with"]["kills"] += max(trial.kills - 1, 0)
                for kind, what in found.items():
                    row[kind] += 1
                    print(f"{kind}: {what} in {'a run that fails' if trial.fails else 'a run'} killed at {trial.strikes}")
    finally:
        surroundings.close()
        shutil.rmtree(folder, ignore_errors=True)
    total = sum(table.values(), collections.Counter())
    print("| killed | kills | lost | silent repeats | orphans | unknown, not flagged | else wrong |\n|---|---|---|---|---|---|---|")
    for name, row in [*table.items(), ("together", total)]:
        print(f"| {name} | {row['kills']} | " + " | ".join(str(row[kind]) for kind in FINDINGS) + " |")
    sys.exit(any(total[kind] for kind in FINDINGS))


main()
