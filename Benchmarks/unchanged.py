"""Builds the generated lab with its portal, then builds it again although nothing has changed, and prints how long that took.

python3 unchanged.py GENERATED [RUNS]: GENERATED is the program of Benchmarks/Benchmarks/Generated.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time


def build(program, folder):
    """Wall and processor seconds of one build, and what it said last."""
    before, start = os.times(), time.monotonic()
    done = subprocess.run([program, "build", "--output", "build"], cwd=folder, capture_output=True, text=True)
    wall, after = time.monotonic() - start, os.times()
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu, done.stdout.splitlines()[-1]


def main():
    program = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    folder = tempfile.mkdtemp(prefix="rackbook-unchanged-")
    try:
        wall, cpu, said = build(program, folder)
        print(f"from nothing: {cpu:.2f} s CPU, {wall:.2f} s wall: {said}")
        again = [build(program, folder) for _ in range(runs)]
        if any("as they should be" not in said for _, _, said in again):
            sys.exit("a build after which nothing had changed wrote files")
        for name, values in (("CPU", [cpu for _, cpu, _ in again]), ("wall", [wall for wall, _, _ in again])):
            print(f"unchanged, {name}: {min(values):.3f} s at best, {sorted(values)[runs // 2]:.3f} s in the middle of {runs}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
