"""What the report says of fields that were changed, and how that is held against what is emitted."""

import re

from ingress import ingress_says
from objects import WORKLOADS, all_containers, pod_of, selected, selector_of
from places import MISSING, OWN_LABELS, images, is_there, values_at


def problem_of_change(comparison, original, leaf):
    """Why what the report says of a changed field is not so; nothing where it is."""
    for pattern, check in CHANGES:
        found = re.fullmatch(pattern, leaf.detail)
        if found:
            return check(comparison, original, leaf, *found.groups())
    return "no rule is listed for that"


def emitted_workload(comparison, original):
    kind, namespace, name = original.key
    return comparison.emitted.find("Deployment" if kind == "Pod" else kind, namespace, name)


def emitted_container(comparison, original, leaf):
    """The container of the manifest that a field stands in, and what became of it."""
    name = next(step for before, step in zip(leaf.path, leaf.path[1:]) if before in ("containers", "initContainers"))
    thing = emitted_workload(comparison, original)
    find = lambda document: next((each for each in all_containers(document) if f"[{each['name']}]" == name), None)
    return find(original.document), find(thing.document) if thing else None, thing


def object_named(comparison, kind, namespace, name):
    found = comparison.originals.get((kind, namespace, name))
    return found.document if found else None


def reference(comparison, thing, entry):
    """The place in Vault that a `secretKeyRef`, or an item of a volume, leads to."""
    if entry is None:
        return None
    made = comparison.emitted.find("ExternalSecret", thing.key[1], entry["name"])
    for line in made.document["spec"]["data"] if made else []:
        if line["secretKey"] == entry["key"]:
            return line["remoteRef"]["key"], line["remoteRef"]["property"]
    return None


def variable(comparison, thing, container, name):
    """What a variable of a container is: text, or a place in Vault."""
    for entry in (container or {}).get("env") or []:
        if entry["name"] == name:
            if "value" in entry:
                return entry["value"]
            return reference(comparison, thing, (entry.get("valueFrom") or {}).get("secretKeyRef"))
    return None


def file_at(comparison, thing, container, path):
    """What a container sees at a path: the text of a ConfigMap, or a place in Vault; and the mode of the file."""
    for mount in container.get("volumeMounts") or []:
        if mount["mountPath"] != path:
            continue
        volume = next(each for each in pod_of(thing.document)["volumes"] if each["name"] == mount["name"])
        source = volume.get("configMap") or volume.get("secret") or {}
        item = next((each for each in source.get("items") or [] if each["path"] == mount.get("subPath")), None)
        if item is None or mount.get("readOnly") is not True:
            return None
        if "secret" in volume:
            entry = {"name": source["secretName"], "key": item["key"]}
            return reference(comparison, thing, entry), item.get("mode")
        config = comparison.emitted.find("ConfigMap", thing.key[1], source["name"])
        return (config.document["data"].get(item["key"]) if config else None), item.get("mode")
    return None


def by_own_labels(comparison, original, leaf):
    if original.key[0] in WORKLOADS:
        thing = emitted_workload(comparison, original)
        spec = thing.document["spec"] if thing else {}
        spread = (
            leaf.path[leaf.path.index("topologySpreadConstraints") + 1]
            if "topologySpreadConstraints" in leaf.path
            else None
        )
        if spread:
            selectors = [
                each["labelSelector"].get("matchLabels")
                for each in pod_of(thing.document).get("topologySpreadConstraints", [])
                if f"[{each['topologyKey']}]" == spread
            ]
        else:
            selectors = [(spec.get("selector") or {}).get("matchLabels")]
        wanted = {OWN_LABELS[0]: original.key[2]}
        return None if selectors == [wanted] else f"the selector is {selectors}"
    images_of = [comparison.emitted.objects.get(key) for key, _ in images(comparison, original, leaf.path)]
    before = selected(original, comparison.originals.values())
    after = [selected(thing, comparison.emitted.objects.values()) for thing in images_of if thing]
    if any(thing and [selector_of(thing.document).get(OWN_LABELS[0])] != before for thing in images_of):
        return f"the selector is not that of {before}"
    return None if after and all(names == before for names in after) else f"{before} were selected, and {after} are"


def by_number(comparison, original, leaf):
    number, transport = leaf.path[-2].strip("[]").split("/")
    wanted = f"{transport.lower()}-{number}"
    found = [value for _, value in values_at(comparison, original, leaf)]
    return None if found and all(value == wanted for value in found) else f"the port '{wanted}' is not there"


def port_number(comparison, original, leaf):
    """A port that is stated by name has the number of the container's port."""
    workload = original
    if original.key[0] == "Service":
        name = selected(original, comparison.originals.values())[0]
        workload = next(
            each
            for each in comparison.originals.values()
            if each.key[0] in WORKLOADS and each.key[1:] == (original.key[1], name)
        )
    ports = [port for each in all_containers(workload.document) for port in each.get("ports") or []]
    number = next(port["containerPort"] for port in ports if port.get("name") == leaf.value)
    for key, path in images(comparison, original, leaf.path):
        thing = comparison.emitted.objects.get(key)
        if thing and thing.values.get(path) == number:
            return None
    return f"port {number} is not there"


def variables(comparison, original, leaf):
    container, emitted, thing = emitted_container(comparison, original, leaf)
    sources = container["envFrom"]
    known = {entry["name"] for entry in container.get("env") or []}
    position = int(leaf.path[leaf.path.index("envFrom") + 1].strip("[]"))
    for later in sources[position + 1 :]:
        known |= {name for name, *_ in entries_of(comparison, original, later)}
    for name, value, place in entries_of(comparison, original, sources[position]):
        found = variable(comparison, thing, emitted, name)
        if name not in known and found != value and found != place:
            return f"variable {name} is {found!r}"
    return None


def entries_of(comparison, original, source):
    """The variables of a whole ConfigMap or Secret: name, text, and place in Vault."""
    kind = "ConfigMap" if "configMapRef" in source else "Secret"
    name = (source.get("configMapRef") or source["secretRef"])["name"]
    document = object_named(comparison, kind, original.key[1], name)
    for key in {**(document.get("data") or {}), **(document.get("stringData") or {})}:
        place = (f"imported/{original.key[1]}/{name}", key)
        yield source.get("prefix", "") + key, document["data"][key] if kind == "ConfigMap" else place, place


def has_entries(comparison, original, source):
    kind = "ConfigMap" if "configMapRef" in source else "Secret"
    name = (source.get("configMapRef") or source["secretRef"])["name"]
    return object_named(comparison, kind, original.key[1], name) is not None


def referred(comparison, original, leaf, path):
    if original.key[0] == "Secret":
        return secret_is_referred(comparison, original, leaf, path)
    container, emitted, thing = emitted_container(comparison, original, leaf)
    name = leaf.path[leaf.path.index("env") + 1].strip("[]")
    entry = next(each for each in container["env"] if each["name"] == name)["valueFrom"]["secretKeyRef"]
    found = variable(comparison, thing, emitted, name)
    return None if found == (path, entry["key"]) else f"variable {name} is {found!r}"


def secret_is_referred(comparison, original, leaf, path):
    wanted = (path, leaf.path[-1]) if leaf.path[0] in ("data", "stringData") else None
    for made in comparison.emitted.all("ExternalSecret"):
        for line in made.document["spec"]["data"]:
            place = (line["remoteRef"]["key"], line["remoteRef"]["property"])
            if place == wanted or wanted is None and place[0] == path:
                return None
    return "nothing refers to it"


def placeholder(comparison, original, leaf):
    container, emitted, thing = emitted_container(comparison, original, leaf)
    name = leaf.path[leaf.path.index("env") + 1].strip("[]")
    found = variable(comparison, thing, emitted, name)
    return None if isinstance(found, tuple) else f"variable {name} is {found!r}"


def value_of_entry(comparison, original, leaf):
    container, emitted, thing = emitted_container(comparison, original, leaf)
    name = leaf.path[leaf.path.index("env") + 1].strip("[]")
    entry = next(each for each in container["env"] if each["name"] == name)["valueFrom"]["configMapKeyRef"]
    text = object_named(comparison, "ConfigMap", original.key[1], entry["name"])["data"][entry["key"]]
    found = variable(comparison, thing, emitted, name)
    return None if found == text else f"variable {name} is {found!r}"


def files(comparison, original, leaf):
    """Every file of a volume, or of one of its mounts, is where the container saw it."""
    thing = emitted_workload(comparison, original)
    pod = pod_of(original.document)
    if thing is None:
        return "the workload is gone"
    mounts = [(each, mount) for each in all_containers(original.document) for mount in each.get("volumeMounts") or []]
    if "volumeMounts" in leaf.path:
        path = leaf.path[leaf.path.index("volumeMounts") + 1].strip("[]")
        name = leaf.path[leaf.path.index("volumeMounts") - 1].strip("[]")
        mounts = [pair for pair in mounts if pair[1]["mountPath"] == path and pair[0]["name"] == name]
    else:
        volume = leaf.path[leaf.path.index("volumes") + 1].strip("[]")
        mounts = [pair for pair in mounts if pair[1]["name"] == volume]
    for container, mount in mounts:
        emitted = next(each for each in all_containers(thing.document) if each["name"] == container["name"])
        volume = next(each for each in pod["volumes"] if each["name"] == mount["name"])
        problem = files_of_mount(comparison, original, thing, emitted, volume, mount)
        if problem:
            return problem
    return None if mounts else "no container mounts it"


def files_of_mount(comparison, original, thing, emitted, volume, mount):
    source = volume.get("configMap") or volume["secret"]
    name = source.get("name") or source["secretName"]
    kind = "ConfigMap" if "configMap" in volume else "Secret"
    document = object_named(comparison, kind, original.key[1], name) or {}
    keys = source.get("items") or [{"key": key, "path": key} for key in document.get("data") or {}]
    for item in keys:
        if "subPath" in mount and item["path"] != mount["subPath"]:
            continue
        path = mount["mountPath"] if "subPath" in mount else f"{mount['mountPath'].rstrip('/')}/{item['path']}"
        place = (f"imported/{original.key[1]}/{name}", item["key"])
        content = document["data"][item["key"]] if kind == "ConfigMap" else place
        found = file_at(comparison, thing, emitted, path)
        if found != (content, item.get("mode", source.get("defaultMode"))):
            return f"{path} is {found!r}"
    return None


def in_each_container(comparison, original, leaf):
    path = leaf.path[leaf.path.index("securityContext") + 1 :]
    thing = emitted_workload(comparison, original)
    if any(value not in (MISSING, "RuntimeDefault") for _, value in values_at(comparison, original, leaf)):
        return "the pod has another one"
    for container in all_containers(original.document):
        value = leaf.value
        own = (container.get("securityContext") or {}).get(path[0])
        if own is not None:
            value = own if len(path) == 1 else own.get(path[1])
        emitted = next((each for each in all_containers(thing.document) if each["name"] == container["name"]), {})
        found = (emitted.get("securityContext") or {}).get(path[0])
        if (found.get(path[1]) if len(path) > 1 and found else found) != value:
            return f"container {container['name']} has {found!r}"
    return None


def own_label(comparison, original, leaf):
    """Rackbook's labels stand wherever one of the manifest's stood, and select the same pods."""
    thing = emitted_workload(comparison, original)
    if "labelSelector" in leaf.path:
        wanted = {OWN_LABELS[0]: original.key[2]}
        terms = [
            value
            for path, value in thing.leaves
            if path[-2:] == ("matchLabels", OWN_LABELS[0]) and "podAntiAffinity" in path
        ]
        return None if terms and set(terms) == {original.key[2]} else f"pods are selected by {terms or wanted}"
    name = original.key[2] if thing else selected(original, comparison.originals.values())[0]
    wanted = {OWN_LABELS[0]: name, OWN_LABELS[2]: "rackbook"}.get(leaf.path[-1])
    found = [value for _, value in values_at(comparison, original, leaf)]
    is_right = all(value is not MISSING and wanted in (None, value) for value in found)
    return None if found and is_right else f"it is {found}"


def entries_stand(comparison, original, leaf):
    _, namespace, name = original.key
    texts = [
        entry["value"]
        for thing in comparison.emitted.objects.values()
        if thing.key[0] in WORKLOADS
        for each in all_containers(thing.document)
        for entry in each.get("env") or []
        if "value" in entry
    ]
    texts += [text for thing in comparison.emitted.all("ConfigMap") for text in thing.document["data"].values()]
    if leaf.path[0] != "data":
        entries = original.document["data"].values()
        return None if any(text in texts for text in entries) else "none of its entries stands anywhere"
    if leaf.value in texts or not secret_is_referred(comparison, original, leaf, f"imported/{namespace}/{name}"):
        return None
    return "it stands nowhere"


def service_of_its_own(comparison, original, leaf, name):
    """The ways in from outside are a Service of their own, with the same ports to the same places."""
    made = comparison.emitted.find("Service", original.key[1], name)
    if made is None or comparison.emitted.objects[original.key].document["spec"].get("type") != "ClusterIP":
        return f"there is no Service '{name}', or another one is of its kind"
    kind = original.document["spec"]["type"]
    ports = lambda spec: sorted(
        (port["nodePort"] if kind == "NodePort" else port["port"], port.get("protocol", "TCP"))
        for port in spec["ports"]
        if kind != "NodePort" or "nodePort" in port
    )
    wanted, found = ports(original.document["spec"]), ports(made.document["spec"])
    if made.document["spec"].get("type") != kind or wanted != found:
        return f"it is {made.document['spec'].get('type')} with {found}"
    targets = {port["targetPort"] for port in made.document["spec"]["ports"]}
    inner = {
        port["targetPort"]
        for port in comparison.emitted.objects[original.key].document["spec"]["ports"]
        if (port["port"], port.get("protocol"))
        in [(each["port"], each.get("protocol", "TCP")) for each in original.document["spec"]["ports"]]
    }
    return None if targets == inner else f"it leads to {targets}, and inside to {inner}"


def budget_name(comparison, original, leaf):
    ((key, _),) = images(comparison, original, leaf.path)
    return None if key in comparison.emitted.objects else "it is not there"


def of_each_pod(comparison, original, leaf):
    thing = emitted_workload(comparison, original)
    name = leaf.path[leaf.path.index("volumeClaimTemplates") + 1]
    return None if thing and any(name in path for path, _ in thing.leaves) else "the claim is gone"


def kept_running(comparison, original, leaf):
    thing = emitted_workload(comparison, original)
    if thing is None or thing.document["spec"]["replicas"] != 1 or thing.document["apiVersion"] != "apps/v1":
        return "there is no such Deployment"
    return None


def after_its_claim(comparison, original, leaf):
    return None if is_there(comparison, original, leaf) else "it is not there"


def ingress(comparison, original, leaf):
    return None if ingress_says(comparison, original, leaf) else "it is not there"


CHANGES = [
    (r"Rackbook selects pods by labels of its own", by_own_labels),
    (r"Rackbook names ports after their numbers", by_number),
    (r"Rackbook writes this label itself", own_label),
    (r"the port's number", port_number),
    (r"its keys are variables, one by one(?:, with references)?", variables),
    (r"its value stands in the variable", value_of_entry),
    (r"(?:a reference|references) to ([^;]*)(?:; the value is not read)?", referred),
    (r"a secret; its value is not read, and a reference stands for it", placeholder),
    (r"its files are mounted one by one", files),
    (r"its entries stand in the services that use them", entries_stand),
    (r"each container has it, where it says nothing else", in_each_container),
    (r"a Service of its own, '(.*)', is one", service_of_its_own),
    (r"'(.*)' has it", service_of_its_own),
    (r"a budget of Rackbook is named after its service", budget_name),
    (r"a volume of a StatefulSet is a claim of each pod", of_each_pod),
    (r"the volume is called after its claim", after_its_claim),
    (
        r"an Ingress of Rackbook is named after its service|each service has an Ingress of its own"
        r"|the service's own name, and the port of its container",
        ingress,
    ),
    (r"the list's items are imported", lambda *_: None),
    (r"a Deployment of one replica keeps it running", kept_running),
]
