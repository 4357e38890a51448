#!/usr/bin/env python3
"""Counts the keys of Compose files, and holds them against the report of an import.

It reads the files itself, with PyYAML, and knows nothing of how Rackbook reads them. Every key and every list item of
every file must be named by the report with its file, line and path, and with what became of it. Where the Swift that was
written is given too, the value of every key that the report calls carried must be found in it.

    count.py REPORT FOLDER FILE... [--swift FILE]

Ends with 0 where nothing is missing, with 1 and a line for each loss otherwise.
"""
import argparse
import json
import pathlib
import re
import sys

import yaml

FATES = {"carried", "changed", "kept", "dropped"}


class Loader(yaml.SafeLoader):
    """Scalars stay texts; tags of Compose are let through."""


def keys(node, path=()):
    """Yields (line, path, node) of every key and list item below a YAML node, aliases where their anchor stands."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = path + (key.value,)
            yield key.start_mark.line + 1, here, value
            yield from keys(value, here)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            here = path + (f"[{index}]",)
            yield item.start_mark.line + 1, here, item
            yield from keys(item, here)


def written(path):
    """A path as the report writes it."""
    text = ""
    for part in path:
        text += part if part.startswith("[") or not text else "." + part
    return text


def keys_of_file(file):
    """Every (line, path) of a file with its node; what an alias repeats is counted where it was written."""
    found = {}
    for document in yaml.compose_all(file.read_text(encoding="utf-8-sig"), Loader=Loader):
        if document is None:
            continue
        for line, path, node in keys(document):
            found.setdefault((line, written(path)), node)
    return found


def lost_in_swift(path, node, swift):
    """The words of a carried scalar that the Swift does not have."""
    if not isinstance(node, yaml.ScalarNode) or "$" in node.value or TRANSLATED.search(path):
        return []
    words = re.findall(r"[A-Za-z0-9_]{3,}", node.value)
    return [word for word in words if word.lower() not in swift and word not in ("tcp", "udp")]


# Values that stand in the Swift as numbers, members or names of another spelling.
TRANSLATED = re.compile(
    r"(interval|timeout|start_period|grace_period|memory|mem_limit|mem_reservation|cpus|shm_size|size|condition|required"
    r"|privileged|read_only|tty|stdin_open|restart|network_mode|no-new-privileges|external|mode|protocol|pid|ipc|type"
    r"|order|disable|pull_policy|platform|scale|replicas|stop_signal|user)$"
    r"|security_opt|cap_add|cap_drop|tmpfs|expose|constraints|volumes\[\d+\]$|healthcheck\.test\[0\]$|devices"
    r"|environment\[\d+\]$|container_name$|networks\.|test$")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("report", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--swift", type=pathlib.Path)
    arguments = parser.parse_args()
    report = json.loads(arguments.report.read_text())
    reported = {}
    losses = []
    for entry in report["keys"]:
        place = (entry["file"], entry["line"])
        reported.setdefault(place, {})[entry["path"]] = entry["fate"]
        if entry["fate"] not in FATES:
            losses.append(f"{entry['file']}:{entry['line']}: {entry['path']}: no fate '{entry['fate']}'")
        elif entry["fate"] != "carried" and not entry.get("detail"):
            losses.append(f"{entry['file']}:{entry['line']}: {entry['path']}: {entry['fate']}, and nothing says how")
    counts = report["counts"]
    if counts["all"] != len(report["keys"]) or counts["all"] != sum(counts[fate] for fate in FATES):
        losses.append(f"the counts do not add up: {counts}")
    swift = re.sub(r"\\\n\s*", "", arguments.swift.read_text()).lower() if arguments.swift else None
    others = {entry["file"] for entry in report["keys"] if entry["file"].endswith((".yml", ".yaml"))}
    total = 0
    for name in sorted(set(arguments.files) | others):
        found = keys_of_file(arguments.folder / name)
        lines = {}
        for (line, path), node in found.items():
            lines.setdefault(line, []).append((path, node))
        for line, items in lines.items():
            here = reported.get((name, line), {})
            marks = {}
            for path, node in items:
                total += 1
                # The paths of one place: its own, and those under which aliases repeat it.
                last = "[]" if path.endswith("]") else path.split(".")[-1]
                marks.setdefault((node.start_mark.index, last), []).append((path, node))
            for same in marks.values():
                fates = [here[path] for path, _ in same if path in here]
                if not fates:
                    losses.append(f"{name}:{line}: {same[0][0]}: not in the report")
                elif swift is not None and fates[0] == "carried":
                    for word in lost_in_swift(same[0][0], same[0][1], swift):
                        losses.append(f"{name}:{line}: {same[0][0]}: carried, and '{word}' is not in the Swift")
    for loss in losses:
        print(loss)
    print(f"{total} keys in the files, {len(report['keys'])} in the report, {len(losses)} lost")
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
