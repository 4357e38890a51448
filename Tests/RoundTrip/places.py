"""Where the fields of a manifest are emitted, and what selects what."""

import re
from fractions import Fraction

from ingress import ingress_says
from objects import selected

OWN_LABELS = ("app.kubernetes.io/name", "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by")
UNITS = {"m": Fraction(1, 1000), "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "k": 10**3, "M": 10**6, "G": 10**9}


def same(path, left, right):
    if type(left) is not type(right) and not is_quantity(path):
        return False
    if left == right:
        return True
    return is_quantity(path) and quantity(left) is not None and quantity(left) == quantity(right)


def is_quantity(path):
    return (
        path[-1] in ("cpu", "memory", "ephemeral-storage", "storage", "sizeLimit")
        or "/" in path[-1]
        and "limits" in path
    )


def quantity(value):
    found = re.fullmatch(r"([0-9.]+)(m|Ki|Mi|Gi|Ti|k|M|G)?", str(value))
    return Fraction(found[1]) * UNITS.get(found[2], 1) if found else None


def images(comparison, original, path):
    """The objects and paths that a field of a manifest is emitted at."""
    place = original.key, path
    if place not in comparison.images:
        comparison.images[place] = places(comparison, original, path)
    return comparison.images[place]


def places(comparison, original, path):
    kind, namespace, name = original.key
    if original.is_document:
        return [(original.key, path)]
    if kind == "Pod":
        below = [("spec", "template") + path] if path[0] == "spec" or path[:2] in PODS_METADATA else []
        return [(("Deployment", namespace, name), each) for each in below + ([] if path[0] == "spec" else [path])]
    if kind == "Service":
        outer = [(kind, namespace, name + suffix) for suffix in ("-load-balancer", "-node-ports")]
        outer = [key for key in outer if key in comparison.emitted.objects]
        if path[-1] in ("externalTrafficPolicy", "loadBalancerClass"):
            return [(key, path) for key in outer] or [(original.key, path)]
        is_in_all = (
            path[0] != "spec" and path[-1] != "name" or path[:2] in (("spec", "sessionAffinity"), ("spec", "selector"))
        )
        return [(key, path) for key in [original.key] + (outer if is_in_all else [])]
    if kind == "PodDisruptionBudget":
        return [((kind, namespace, selected(original, comparison.originals.values())[0]), path)]
    return [(original.key, path)]


PODS_METADATA = (("metadata", "labels"), ("metadata", "annotations"))


def values_at(comparison, original, leaf):
    """What is emitted wherever a field belongs; `MISSING` where nothing is."""
    for key, path in images(comparison, original, leaf.path):
        thing = comparison.emitted.objects.get(key)
        yield path, thing.values.get(path, MISSING) if thing else MISSING


MISSING = object()


def is_there(comparison, original, leaf):
    if original.key[0] == "Ingress" and not original.is_document:
        return ingress_says(comparison, original, leaf)
    found = list(values_at(comparison, original, leaf))
    return bool(found) and all(value is not MISSING and same(path, leaf.value, value) for path, value in found)
