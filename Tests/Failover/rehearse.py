#!/usr/bin/python3
"""Rehearses the failover of an emitted load balancer pair with the real programs: see README.md."""

import argparse
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

import artifacts
import cgroups
import rehearsal
import requirements


def main():
    arguments = parse_arguments()
    if arguments.inside:
        sys.exit(rehearsal.run(arguments))
    try:
        packages = artifacts.LoadBalancer(arguments.build / "ansible").packages
    except (RuntimeError, OSError) as problem:
        sys.exit(f"{arguments.build} cannot be rehearsed: {problem}")
    missing = requirements.missing(arguments.ansible_playbook, packages)
    if missing:
        sys.exit("The failover rehearsal cannot run:\n" + "\n".join(f"  - {reason}" for reason in missing))
    sys.exit(run_in_namespaces())


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="folder of emitted artifacts")
    parser.add_argument("--figures", type=pathlib.Path, help="where to write the measured outages as JSON")
    parser.add_argument("--ansible-playbook", default="ansible-playbook", help="program to apply the role with")
    parser.add_argument("--plant", choices=["no-fencing"], help="break the artifacts first: the rehearsal has to fail")
    parser.add_argument("--blow", action="append", help="strike only this blow; may be given again: see trials.py")
    parser.add_argument("--rounds", type=int, default=1, help="how often to strike all blows")
    parser.add_argument("--inside", type=pathlib.Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def run_in_namespaces():
    """Runs this program again in its own PID, mount and network namespace, and leaves nothing behind.

    When the first process of the PID namespace ends, by itself or killed, the kernel ends all others; the mounts,
    hosts and addresses go with them. What is left to remove are a temporary folder and control groups.
    """
    work = pathlib.Path(tempfile.mkdtemp(prefix="rackbook-failover-"))
    die_with_us = ["setpriv", "--pdeathsig", "KILL"]
    unshare = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
    again = [sys.executable, __file__, *sys.argv[1:], "--inside", str(work)]
    child = subprocess.Popen([*die_with_us, *unshare, *again], start_new_session=True)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: child.kill())
    try:
        return child.wait()
    finally:
        cgroups.remove(work.name)
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
