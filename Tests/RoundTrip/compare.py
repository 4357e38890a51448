"""Holds manifests against what Rackbook makes of them: imported, compiled as a lab, and emitted again.

    compare.py MANIFESTS EMITTED REPORT          every difference that nobody accounts for; none is success
    compare.py MANIFESTS EMITTED REPORT --plant  plants a loss in every field, and counts those that are not found

MANIFESTS is the folder that was imported, EMITTED the folder `kubernetes/<cluster>` of the lab, REPORT the account of
the import as JSON. Nothing of Rackbook is used: YAML is read by PyYAML, and the rules are those of `rules.py`.

Each scalar of each manifest has a fate in the report, and each fate is held against what is emitted: what is `carried`
or `kept` is there, or is what Kubernetes does anyway; what is `changed` is there in the form that the report says; what is
`dropped` is not there. Each scalar that is emitted comes from a manifest, or from a rule that is listed.
"""

import json
import pathlib
import sys

import yaml

import rules
from changes import problem_of_change
from objects import Emitted, Original, order_of, selected
from places import images, is_there


class Found(Exception):
    """Something is wrong."""


class Comparison:
    stops = False

    def __init__(self, originals, emitted):
        self.originals = {original.key: original for original in originals}
        self.emitted = emitted
        self.findings = []
        # Where each field is emitted: found once, so that an object that is lost is missed there.
        self.images = {}

    def run(self):
        """What is wrong, all of it."""
        self.findings = []
        for original in self.originals.values():
            for leaf in original.leaves:
                self.check(original, leaf)
            self.check_order(original)
            if original.is_document and original.key in self.emitted.objects:
                self.check_selector(original)
        self.check_additions()
        return self.findings

    def has_findings(self):
        """Whether anything is wrong."""
        self.stops = True
        try:
            return bool(self.run())
        except Found:
            return True
        finally:
            self.stops = False

    def report(self, where, what):
        if self.stops:
            raise Found
        self.findings.append(f"{where}: {what}")

    def check(self, original, leaf):
        where = f"{original.file}: {original} {leaf.text}"
        if leaf.fate is None:
            self.report(where, "is not in the report")
        elif leaf.fate in ("carried", "kept"):
            if not is_there(self, original, leaf) and not rules.is_default(self, original, leaf):
                self.report(where, f"{leaf.fate}, and not emitted: {leaf.value!r}")
        elif leaf.fate == "changed":
            problem = problem_of_change(self, original, leaf)
            if problem:
                self.report(where, f"changed ({leaf.detail}), and {problem}")
        elif leaf.fate == "dropped":
            if is_there(self, original, leaf) and not rules.may_be_there(leaf):
                self.report(where, f"dropped ({leaf.detail}), and emitted all the same")
        else:
            self.report(where, f"has the fate {leaf.fate!r}")

    def check_order(self, original):
        """What runs one after the other, and variables that name earlier ones, stand in the same order."""
        thing = self.emitted.objects.get(original.key)
        for place, names in order_of(original.document).items():
            found = order_of(thing.document).get(place, []) if thing else names
            if [name for name in found if name in names] != [name for name in names if name in found]:
                self.report(f"{original.file}: {original} {place}", f"stood as {names}, and stands as {found}")

    def check_selector(self, original):
        """A document selects the pods that it selected before."""
        before = selected(original, self.originals.values())
        after = selected(self.emitted.objects[original.key], self.emitted.objects.values())
        if before != after:
            self.report(f"{original.file}: {original}", f"selected {before}, and selects {after}")

    def check_additions(self):
        known = {}
        for original in self.originals.values():
            for leaf in original.leaves:
                for key, path in images(self, original, leaf.path):
                    known.setdefault(key, set()).add(path)
        for key, thing in self.emitted.objects.items():
            if key not in known and not rules.may_be_made(self, key):
                self.report(thing, "is emitted, and no manifest has it")
                continue
            for path, value in thing.leaves:
                if path not in known.get(key, ()) and not rules.may_be_added(self, thing, path, value):
                    self.report(thing, f"{'/'.join(path)}: {value!r} is emitted, and no manifest says so")


def originals(folder, report):
    fates = {}
    for entry in report["keys"]:
        fates.setdefault(pathlib.Path(entry["file"]).name, []).append(entry)
    found = []
    for path in sorted(pathlib.Path(folder).glob("*.yaml")):
        entries = fates.get(path.name, [])
        position = 0
        for document in yaml.safe_load_all(path.read_text()):
            if document is None:
                continue
            position = add(found, path.name, document, entries, position)
        if position != len(entries):
            sys.exit(f"{path.name} has {position} scalars, and the report {len(entries)}")
    return found


def add(found, name, document, entries, position):
    """Reads a document and gives each scalar its fate: the report has them in the order of the file."""
    original = Original(name, document, entries[position:])
    found += original.items if original.items is not None else [original]
    return position + original.count


def plant(comparison):
    """Plants one fault after the other, and gives how many there were and those that were not found."""
    planted, missed = 0, []

    def trial(where):
        nonlocal planted
        planted += 1
        try:
            found = comparison.has_findings()
        except (AttributeError, IndexError, KeyError, StopIteration, TypeError, ValueError):
            # What is planted can make an object that is none: it is found by that.
            return
        if not found:
            missed.append(where)

    sound = comparison.emitted
    told = {
        place
        for original in comparison.originals.values()
        for leaf in original.leaves
        if leaf.fate != "dropped"
        for place in images(comparison, original, leaf.path)
    }
    for key, thing in sound.objects.items():
        for number, (path, value) in enumerate(thing.leaves):
            if (key, path) not in told:
                continue
            for fault, changed in (("changed", rules.other_than(value)), ("lost", None)):
                if changed is None and rules.is_what_kubernetes_does(path, value):
                    continue
                comparison.emitted = sound.with_leaf(key, number, changed)
                trial(f"{thing} {'/'.join(path)}: {value!r} {fault}")
        if any(told_key == key for told_key, _ in told):
            comparison.emitted = sound.without(key)
            trial(f"{thing} lost")
        for place in order_of(thing.document):
            comparison.emitted = sound.turned_round(key, place)
            if key in comparison.originals and len(order_of(comparison.originals[key].document).get(place, [])) > 1:
                trial(f"{thing} {place} turned round")
        comparison.emitted = sound.with_addition(key)
        trial(f"{thing} with a field that nobody asked for")
    comparison.emitted = sound
    for original in comparison.originals.values():
        for leaf in original.leaves:
            fate = leaf.fate
            leaf.fate = None
            trial(f"{original} {leaf.text}: taken out of the report")
            leaf.fate = fate
            if fate == "dropped" and not rules.is_default(comparison, original, leaf):
                leaf.fate = "carried"
                trial(f"{original} {leaf.text}: called carried")
                leaf.fate = fate
    return planted, missed


def main():
    folder, emitted, report = sys.argv[1:4]
    comparison = Comparison(originals(folder, json.loads(pathlib.Path(report).read_text())), Emitted.read(emitted))
    findings = comparison.run()
    for finding in findings:
        print(finding)
    if findings:
        sys.exit(1)
    if sys.argv[4:] == ["--plant"]:
        planted, missed = plant(comparison)
        for fault in missed:
            print(f"not found: {fault}")
        print(f"{planted} faults planted, {len(missed)} not found")
        sys.exit(1 if missed else 0)
    count = sum(len(original.leaves) for original in comparison.originals.values())
    print(f"{len(comparison.originals)} objects, {count} fields, {len(comparison.emitted.objects)} objects emitted")


if __name__ == "__main__":
    main()
