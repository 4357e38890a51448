"""Evaluates, checks and emits the generated lab with 1,000 and with 10,000 services, and prints how much longer ten times takes.

python3 growth.py EMISSION [RUNS]: EMISSION is the program of Benchmarks/Benchmarks/Emission. Both sizes run in turn, so that
a busy minute of the machine meets both; of each, the best run counts.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile


def seconds(emission, services, folder):
    """Processor seconds of evaluate, check and emit; writing is not among them."""
    said = subprocess.run([emission, str(services), folder], capture_output=True, text=True, check=True).stdout
    evaluate, compile = re.findall(r"(?:evaluate|emit) ([0-9.e-]+) seconds", said)
    return float(evaluate) + float(compile)


def main():
    emission = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    scratch = tempfile.mkdtemp(prefix="rackbook-growth-")
    taken = {1_000: [], 10_000: []}
    try:
        for run in range(runs):
            for services in taken:
                folder = os.path.join(scratch, f"{services}-{run}")
                taken[services].append(seconds(emission, services, folder))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for services, values in taken.items():
        middle = sorted(values)[runs // 2]
        print(f"{services} services: {min(values):.2f} s CPU at best, {middle:.2f} s in the middle of {runs}")
    print(f"ten times the services: {min(taken[10_000]) / min(taken[1_000]):.1f} times as long")


main()
