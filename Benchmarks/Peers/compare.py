"""Runs Rackbook and its peers over the same objects, each in processes of its own, and prints one table.

python3 compare.py EMISSION [SERVICES] [RUNS]: EMISSION is the program of Benchmarks/Benchmarks/Emission.
Before anything is measured, the objects of all four are held against each other: they must be the same.
"""
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def commands(emission):
    script = lambda name: [sys.executable, os.path.join(HERE, name)]
    version = lambda package: importlib.metadata.version(package)
    return {
        "Rackbook": [emission],
        f"cdk8s {version('cdk8s')}": script("cdk8s_peer.py"),
        f"rjsonnet {version('rjsonnet')}": script("rjsonnet_peer.py"),
        f"KCL {version('kcl_lib')}": script("kcl_peer.py"),
    }


def measure(command, services, folder):
    """Wall and processor seconds of a run, children included."""
    environment = {**os.environ, "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1",
                   "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1"}
    before, start = os.times(), time.monotonic()
    done = subprocess.run(command + [str(services), folder], capture_output=True, env=environment)
    wall, after = time.monotonic() - start, os.times()
    if done.returncode != 0:
        sys.exit(f"{command[-1]} failed:\n{done.stdout.decode()}{done.stderr.decode()}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def objects(folder):
    """The objects of services in a folder, by kind, namespace and name; annotations are left out."""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(path, name)
            if name == "objects.json":
                documents = json.load(open(file))
            elif name.endswith(".k8s.yaml") or (name.endswith(".yaml") and "/kubernetes/" in file):
                documents = yaml.load_all(open(file), Loader=LOADER)
            else:
                continue
            for item in documents:
                metadata = item.get("metadata", {})
                if "namespace" not in metadata:
                    continue
                template = item.get("spec", {}).get("template", {})
                template.get("metadata", {}).pop("annotations", None)
                found[item["kind"], metadata["namespace"], metadata["name"]] = item
    return found


def main():
    emission = os.path.abspath(sys.argv[1])
    services = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    scratch = tempfile.mkdtemp(prefix="rackbook-peers-")
    rows, expected = [], None
    try:
        for title, command in commands(emission).items():
            # Each run has a folder of its own, and all are removed at the end: for some seconds, ext4 makes files slowly
            # where as many were just removed.
            folders = [os.path.join(scratch, f"{len(rows)}-{run}") for run in range(runs)]
            taken = [measure(command, services, folder) for folder in folders]
            made = objects(folders[-1])
            expected = expected or made
            different = [key for key in expected.keys() | made.keys() if expected.get(key) != made.get(key)]
            if different:
                key = sorted(different)[0]
                sys.exit(f"{title} makes other objects, such as {key}:\n{expected.get(key)}\n{made.get(key)}")
            rows.append((title, len(made), min(cpu for _, cpu in taken), min(wall for wall, _ in taken)))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{services} services, best of {runs}; the objects of all four are the same\n")
    print("| program | objects | CPU s | wall s |\n|---|---|---|---|")
    for title, count, cpu, wall in rows:
        print(f"| {title} | {count} | {cpu:.2f} | {wall:.2f} |")


main()
