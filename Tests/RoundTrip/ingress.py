"""What Ingress objects do, whatever they are called."""

from objects import WORKLOADS, all_containers, selected


def routes(things, thing):
    """What an Ingress does: host, path, class, Secret of the certificate, annotations, and where it leads."""
    document = thing.document
    spec, metadata = document["spec"], document["metadata"]
    for rule in spec.get("rules") or []:
        secret = next(
            (entry.get("secretName") for entry in spec.get("tls") or [] if rule.get("host") in entry.get("hosts", [])),
            None,
        )
        for path in rule["http"]["paths"]:
            backend = path["backend"]["service"]
            yield {
                "host": rule.get("host"),
                "path": path["path"],
                "pathType": path["pathType"],
                "class": spec.get("ingressClassName"),
                "secret": secret,
                "annotations": metadata.get("annotations") or {},
                "leads to": leads_to(things, thing.key[1], backend["name"], backend["port"]),
            }


def leads_to(things, namespace, name, port):
    """The workloads and the container port behind a port of a Service."""
    service = next((each for each in things if each.key == ("Service", namespace, name)), None)
    if service is None:
        return None
    for entry in service.document["spec"]["ports"]:
        if entry["port"] == port.get("number") or "name" in port and entry.get("name") == port["name"]:
            names = selected(service, things)
            target = entry.get("targetPort", entry["port"])
            numbers = (
                [
                    each["containerPort"]
                    for thing in things
                    if thing.key[0] in WORKLOADS and thing.key[1:] == (namespace, names[0])
                    for container in all_containers(thing.document)
                    for each in container.get("ports") or []
                    if target in (each.get("name"), each["containerPort"])
                ]
                if names
                else []
            )
            return tuple(names), (numbers or [target])[0]
    return None


def ingress_says(comparison, original, leaf):
    """Whether every way that an Ingress opens is open as it was; a field of one is there when all are."""
    if leaf.path[:2] in (("metadata", "labels"),) or leaf.fate == "dropped":
        return False
    things = list(comparison.emitted.objects.values())
    found = [
        way
        for thing in comparison.emitted.all("Ingress")
        if thing.key[1] == original.key[1]
        for way in routes(things, thing)
    ]
    if leaf.path[:2] == ("spec", "tls") and "hosts" in leaf.path:
        hosts = [
            host
            for thing in comparison.emitted.all("Ingress")
            for entry in thing.document["spec"].get("tls") or []
            for host in entry.get("hosts") or []
        ]
        if leaf.value not in hosts:
            return False
    wanted = list(routes(list(comparison.originals.values()), original))
    return all(way in found for way in wanted)
