"""Objects of Kubernetes as lists of scalars with paths; lists whose order means nothing are known by their names."""

import copy
import functools
import pathlib

import yaml

WORKLOADS = {"Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod"}
CLUSTER_WIDE = {"Namespace", "ClusterRole", "ClusterRoleBinding", "PersistentVolume", "StorageClass"}

# What tells the items of a list apart.
NAMED = {
    "containers": ["name"],
    "initContainers": ["name"],
    "volumes": ["name"],
    "env": ["name"],
    "volumeMounts": ["mountPath"],
    "imagePullSecrets": ["name"],
    "hostAliases": ["ip"],
    "sysctls": ["name"],
    "topologySpreadConstraints": ["topologyKey"],
    "options": ["name"],
    "httpHeaders": ["name"],
    "matchExpressions": ["key"],
    "tolerations": ["key", "effect"],
}


def key_of(document):
    """Kind, namespace and name."""
    kind, metadata = document["kind"], document["metadata"]
    namespace = "" if kind in CLUSTER_WIDE else metadata.get("namespace") or "default"
    return kind, namespace, metadata["name"]


def pod_template(document):
    spec = document.get("spec") or {}
    if document["kind"] == "Pod":
        return document
    if document["kind"] == "CronJob":
        spec = spec["jobTemplate"]["spec"]
    return spec.get("template") or {}


def labels_of_pods(document):
    """The labels of a workload's pods; none for anything else."""
    if document["kind"] not in WORKLOADS:
        return None
    return (pod_template(document).get("metadata") or {}).get("labels") or {}


def pod_of(document):
    return pod_template(document).get("spec") or {}


def all_containers(document):
    pod = pod_of(document)
    return (pod.get("containers") or []) + (pod.get("initContainers") or [])


def order_of(document):
    """The names of containers that run first, and of each container's variables, in order."""
    if document["kind"] not in WORKLOADS:
        return {}
    order = {"initContainers": [each["name"] for each in pod_of(document).get("initContainers") or []]}
    for container in all_containers(document):
        order[f"env of {container['name']}"] = [each["name"] for each in container.get("env") or []]
    return order


def scalars(node, path=(), text=""):
    """Every scalar, empty list and empty mapping in order: its path, its path as the report writes it, its value."""
    if isinstance(node, dict) and node:
        for key, value in node.items():
            yield from scalars(value, path + (str(key),), text + step(str(key)))
    elif isinstance(node, list) and node:
        for number, item in enumerate(node):
            yield from scalars(item, path + (name_in_list(path, item, number),), f"{text}[{number}]")
    else:
        yield path, text.removeprefix("."), node


def step(key):
    is_plain = key and not any(character in '.["' or ord(character) <= 32 for character in key)
    return f".{key}" if is_plain else f'["{key}"]'


def name_in_list(path, item, number):
    field = path[-1] if path else ""
    if isinstance(item, dict):
        if field == "ports" and ("port" in item or "containerPort" in item):
            return f"[{item.get('containerPort', item.get('port'))}/{item.get('protocol', 'TCP')}]"
        if field == "volumeClaimTemplates":
            return f"[{item['metadata']['name']}]"
        if field in NAMED and NAMED[field][0] in item:
            return "[" + " ".join(str(item.get(key, "")) for key in NAMED[field]) + "]"
    return f"[{number}]"


def with_sources_of_volumes(document):
    """A copy in which a volume that is a claim is called after it: names of volumes mean nothing outside a pod."""
    if document["kind"] not in WORKLOADS:
        return document
    document = copy.deepcopy(document)
    names = {}
    for volume in pod_of(document).get("volumes") or []:
        claim = volume.get("persistentVolumeClaim")
        if claim:
            names[volume["name"]] = volume["name"] = f"claim {claim['claimName']}"
    for container in all_containers(document):
        for mount in container.get("volumeMounts") or []:
            mount["name"] = names.get(mount["name"], mount["name"])
    return document


def selector_of(document):
    """What an object selects pods by; nothing where it selects none, or something else."""
    if document["kind"] not in ("Service", "PodDisruptionBudget", "NetworkPolicy"):
        return {}
    spec = document["spec"]
    selector = spec.get("podSelector") or spec.get("selector") or {}
    return selector.get("matchLabels", selector if document["kind"] == "Service" else {})


def selected(thing, things):
    """The names of the workloads whose pods an object selects."""
    wanted, namespace = selector_of(thing.document), thing.key[1]
    return sorted(
        other.key[2]
        for other in things
        if other.labels is not None and other.key[1] == namespace and wanted and wanted.items() <= other.labels.items()
    )


class Leaf:
    def __init__(self, path, text, value, entry, prefix):
        self.path, self.text, self.value = path, text, value
        same = entry is not None and entry["path"] == prefix + text
        self.fate = entry["fate"] if same else None
        self.detail = entry.get("detail", "") if same else ""


class Original:
    """A manifest, with the fate that the report gives each of its scalars."""

    def __init__(self, file, document, entries, prefix=""):
        self.file, self.document, self.items = file, document, None
        self.count = len(list(scalars(document)))
        if document.get("kind") == "List":
            # The items stand last.
            position = len(document) - 1
            self.items = []
            for number, item in enumerate(document["items"]):
                below = Original(file, item, entries[position:], f"items[{number}].")
                position += below.count
                self.items.append(below)
            return
        self.key = key_of(document)
        self.leaves = []
        named = scalars(with_sources_of_volumes(document))
        for (path, text, value), entry in zip(named, entries + [None] * self.count):
            self.leaves.append(Leaf(path, text, value, entry, prefix))
        # Whether it is kept as a document.
        self.is_document = any(leaf.fate == "kept" for leaf in self.leaves)
        self.labels = labels_of_pods(document)

    def __str__(self):
        return " ".join(part for part in self.key if part)


class Thing:
    """An object that is emitted."""

    def __init__(self, document):
        self.document = document
        self.key = key_of(document)
        self.leaves = [(path, value) for path, _, value in scalars(with_sources_of_volumes(document))]
        self.values = dict(self.leaves)
        self.labels = labels_of_pods(document)

    def __str__(self):
        return " ".join(part for part in self.key if part)


class Emitted:
    """What a lab emits for one cluster."""

    def __init__(self, things):
        self.objects = {thing.key: thing for thing in things}

    @staticmethod
    def read(folder):
        things = []
        for path in sorted(pathlib.Path(folder).rglob("*.yaml")):
            if path.name == "kustomization.yaml":
                continue
            things += [Thing(document) for document in yaml.safe_load_all(path.read_text()) if document]
        found = Emitted(things)
        if len(found.objects) != len(things):
            raise SystemExit("an object is emitted twice")
        return found

    @functools.cached_property
    def workloads(self):
        """What runs pods, by namespace and name."""
        found = {}
        for thing in self.objects.values():
            if thing.labels is not None:
                found.setdefault(thing.key[1], {})[thing.key[2]] = thing
        return found

    def find(self, kind, namespace, name):
        return self.objects.get((kind, namespace, name))

    def all(self, kind):
        return [thing for thing in self.objects.values() if thing.key[0] == kind]

    def without(self, key):
        return Emitted([thing for thing in self.objects.values() if thing.key != key])

    def with_leaf(self, key, number, value):
        """A copy in which one scalar has another value, or is not there."""
        return self._with(key, lambda document: set_leaf(document, number, value))

    def with_addition(self, key):
        return self._with(key, lambda document: document.setdefault("spec", {}).update(planted="field"))

    def turned_round(self, key, place):
        """A copy in which a list of one of `order_of` stands the other way round."""

        def turn(document):
            if place == "initContainers":
                (pod_of(document).get(place) or []).reverse()
            for container in all_containers(document):
                if place == f"env of {container['name']}":
                    (container.get("env") or []).reverse()

        return self._with(key, turn)

    def _with(self, key, change):
        document = copy.deepcopy(self.objects[key].document)
        change(document)
        changed = self.without(key)
        try:
            thing = Thing(document)
            changed.objects[thing.key] = thing
        except (AttributeError, KeyError, TypeError):
            # It is no object any more.
            pass
        return changed


def slots(node):
    """Where each scalar stands: what holds it, and its key there; in the order of `scalars`."""
    for key in list(node) if isinstance(node, dict) else list(range(len(node))):
        below = node[key]
        if isinstance(below, (dict, list)) and below:
            yield from slots(below)
        else:
            yield node, key


def set_leaf(document, number, value):
    """Gives a scalar another value, or takes it out."""
    holder, key = list(slots(document))[number]
    if value is None:
        del holder[key]
    else:
        holder[key] = value
