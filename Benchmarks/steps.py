"""Times what a step of a runbook costs, beside `bash -c` and beside other programs that run steps: steps.py PROGRAM [PYTHON] [STEPS].

PROGRAM is a lab's, built for release. PYTHON is that of an environment with Benchmarks/Peers/requirements.txt; chaostoolkit,
ansible-playbook, task and just are looked for beside it. Every step is `true` in a bash of its own. Told are, of several runs in
turn, the best and the middle one, wall and processor time (children included), for each step.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def measure(command, folder, environment=None):
    """Wall and processor seconds of a run, children included."""
    before, start = os.times(), time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, env={**os.environ, **(environment or {})})
    wall, after = time.monotonic() - start, os.times()
    if done.returncode != 0:
        sys.exit(f"{command} failed:\n{done.stdout.decode()[-2000:]}{done.stderr.decode()[-2000:]}")
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


class Rackbook:
    def __init__(self, program, folder, counts):
        self.program, self.folder, self.number = os.path.abspath(program), folder, 0
        for count in counts:
            steps = "".join(f'```bash {{step="s{number}"}}\ntrue\n```\n\n' for number in range(count))
            write(folder, f"lab/runbooks/steps-{count}.md", f"---\ntitle: {count} steps\n---\n\n{steps}")
        secrets = {f"PASSWORD_{number}": f"{number}Correct/horse+battery=staple {number * 7919}" for number in range(10)}
        lines = "\n".join("".join(chr(65 + n * 7 % 26) for n in range(48)) + f"{number}abcdefgh" for number in range(26))
        secrets["KEY"] = f"-----BEGIN PRIVATE KEY-----\n{lines}\n-----END PRIVATE KEY-----\n"
        self.secrets = secrets
        write(folder, "lab/runbooks/secrets.md", "---\ntitle: Secrets\n---\n\n"
              f'```bash {{step="one" secret="{", ".join(secrets)}"}}\ntrue\n```\n')
        subprocess.run([self.program, "build", "--lab", "lab", "--output", "build"], cwd=folder, check=True,
                       capture_output=True)
        # The plans alone, as a small lab has little more: the manifest of a large one is read at the start as well.
        shutil.copytree(os.path.join(folder, "build/runbooks"), os.path.join(folder, "plans/runbooks"))

    def run(self, runbook, environment=None, build="plans"):
        # A folder of its own for each run, so that no history is read.
        self.number += 1
        return measure([self.program, "run", f"lab/{runbook}", "--yes", "--from-build", build, "--journal",
                        f"runs-{self.number}"], self.folder, environment)


def peers(python, folder, count):
    """The same steps for others; of each a command, where the program is there."""
    bin = os.path.dirname(python) if python else ""
    find = lambda name: shutil.which(name, path=bin) or shutil.which(name)
    method = [{"type": "action", "name": f"s{n}",
               "provider": {"type": "process", "path": "bash", "arguments": ["-c", "true"]}} for n in range(count)]
    write(folder, "experiment.json", json.dumps({"title": "steps", "description": "steps", "version": "1.0.0", "method": method}))
    write(folder, "play.yml", "- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n"
          + "".join(f"    - name: s{n}\n      ansible.builtin.command: bash -c true\n" for n in range(count)))
    write(folder, "Taskfile.yml", "version: '3'\ntasks:\n  default:\n    cmds:\n" + "      - bash -c true\n" * count)
    write(folder, "justfile", "default:\n" + "    @bash -c true\n" * count)
    write(folder, "loop.sh", f"for n in $(seq {count}); do bash -c true; done\n")
    known = {"bash, a loop": ["bash", "loop.sh"], "just": [find("just")], "task": [find("task"), "--silent"],
             "chaostoolkit": [find("chaos"), "run", "experiment.json"],
             "ansible-playbook": [find("ansible-playbook"), "-i", "localhost,", "-e",
                                 f"ansible_python_interpreter={python or sys.executable}", "play.yml"]}
    return {name: command for name, command in known.items() if command[0]}


def fsyncs(folder, count=200):
    """Milliseconds that a write of 300 bytes and its fsync take on this disk, the middle one."""
    taken = []
    with open(os.path.join(folder, "fsync"), "ab", buffering=0) as file:
        for _ in range(count):
            start = time.monotonic()
            file.write(b"x" * 300)
            os.fsync(file.fileno())
            taken.append(1000 * (time.monotonic() - start))
    return statistics.median(taken)


def told(name, runs, count=1):
    wall, cpu = zip(*runs)
    show = lambda values: f"{1000 * min(values) / count:.2f} | {1000 * statistics.median(values) / count:.2f}"
    print(f"| {name} | {show(wall)} | {show(cpu)} |")


def main():
    program = sys.argv[1]
    python = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else ""
    steps = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    folder = tempfile.mkdtemp(prefix="rackbook-steps-")
    try:
        rackbook = Rackbook(program, folder, [1, steps, 1000, 10_000])
        heading = "| what | wall ms, best | middle | CPU ms, best | middle |\n|---|---|---|---|---|"
        print(f"A write and its fsync: {fsyncs(folder):.2f} ms\n\n{heading}")
        starts = [(rackbook.run("steps-1"), rackbook.run("secrets", rackbook.secrets),
                   rackbook.run("steps-1", build="build"), measure(["bash", "-c", "true"], folder)) for _ in range(15)]
        for name, taken in zip(["start and one step", "the same with eleven secrets", "the same beside the files of the lab",
                                "`bash -c true`"], zip(*starts)):
            told(name, taken)
        print(f"\nEach of {steps} steps, all of them in one run, the start included\n\n{heading}")
        others = peers(python, folder, steps)
        runs = {name: [] for name in ["Rackbook", *others]}
        for _ in range(5):
            runs["Rackbook"].append(rackbook.run(f"steps-{steps}"))
            for name, command in others.items():
                if len(runs[name]) < (2 if "ansible" in name or "chaos" in name else 5):
                    runs[name].append(measure(command, folder))
        for name, taken in runs.items():
            told(name, taken, steps)
        print(f"\nEach step, by how many there are\n\n{heading}")
        for count in [1000, 10_000]:
            told(f"{count} steps", [rackbook.run(f"steps-{count}") for _ in range(3 if count == 1000 else 1)], count)
        print(f"\nA write and its fsync, at the end: {fsyncs(folder):.2f} ms")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
