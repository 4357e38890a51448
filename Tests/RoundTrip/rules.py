"""What may differ between a manifest and what Rackbook makes of it, and why: every rule is listed here."""

import functools
import re

from changes import entries_of, has_entries
from objects import WORKLOADS, all_containers, pod_of, selected
from places import MISSING, PODS_METADATA, same, values_at

# What Kubernetes does where a manifest says nothing: a field with this value may be left out, or written out.
KUBERNETES_DEFAULTS = [
    (r".*/restartPolicy", "Always"),
    (r".*/schedulerName", "default-scheduler"),
    (r".*/privileged", False),
    (r".*/terminationMessagePath", "/dev/termination-log"),
    (r".*/terminationMessagePolicy", "File"),
    (r".*/terminationGracePeriodSeconds", 30),
    (r".*/dnsPolicy", "ClusterFirst"),
    (r".*/fieldRef/apiVersion", "v1"),
    (r".*/(readOnlyRootFilesystem|hostNetwork|hostPID|hostIPC|stdin|tty|suspend|readOnly)", False),
    (r".*/(securityContext|resources|emptyDir)", {}),
    (r".*/hostPath/type", ""),
    (r".*/httpGet/scheme", "HTTP"),
    (r".*/httpGet/path", "/"),
    (r".*/(completions|parallelism|replicas)", 1),
    (r"spec/volumeMode", "Filesystem"),
    (r".*/backoffLimit", 6),
    (r"spec/(concurrencyPolicy)", "Allow"),
    (r".*/protocol", "TCP"),
    (r"spec/(updateStrategy|strategy)/type", "RollingUpdate"),
    (r"spec/podManagementPolicy", "OrderedReady"),
    (r"spec/type", "ClusterIP"),
    (r"spec/sessionAffinity", "None"),
    (r"spec/internalTrafficPolicy", "Cluster"),
    (r"spec/externalTrafficPolicy", "Cluster"),
    (r".*/tolerations/.*/operator", "Equal"),
    (r".*/value", ""),
    (r".*/template/metadata/creationTimestamp", None),
]

# What Rackbook decides where a manifest says nothing: see "What manifests leave out" in docs/importing.md.
RACKBOOK_DECIDES = [
    (r"metadata/namespace", r"default"),
    (r".*labels/app\.kubernetes\.io/(name|part-of|managed-by)", r".*"),
    (r"metadata/labels/pod-security\.kubernetes\.io/enforce", r"(restricted|baseline|privileged)"),
    (r".*/automountServiceAccountToken", r"(True|False)"),
    (r".*/enableServiceLinks", r"False"),
    (r".*/securityContext/seccompProfile/type", r"RuntimeDefault"),
    (r".*/securityContext/allowPrivilegeEscalation", r"(True|False)"),
    (r".*/annotations/checksum/config", r"[0-9a-f]{32}"),
    (r".*/fsGroupChangePolicy", r"OnRootMismatch"),
    (r"spec/strategy/type", r"Recreate"),
    (r".*/os/name", r"linux"),
    (r"spec(/jobTemplate/spec)?/selector/matchLabels/app\.kubernetes\.io/name", r".*"),
    (r"spec/selector/app\.kubernetes\.io/name", r".*"),
    (r".*/(name)", r"(tcp|udp)-[0-9]+"),
    (r".*/topologySpreadConstraints/.*/app\.kubernetes\.io/name", r".*"),
    (r".*/topologySpreadConstraints/.*/whenUnsatisfiable", r"ScheduleAnyway"),
    (r".*/volumes/\[rackbook-(config|secrets)\]/.*", r".*"),
    (r".*/volumeMounts/.*/subPath", r".*"),
]


@functools.cache
def defaults_of(path):
    text = "/".join(path)
    return [value for pattern, value in KUBERNETES_DEFAULTS if re.fullmatch(pattern, text)]


@functools.cache
def decided(path):
    text = "/".join(path)
    return [value for pattern, value in RACKBOOK_DECIDES if re.fullmatch(pattern, text)]


def is_what_kubernetes_does(path, value):
    return any(same(path, wanted, value) for wanted in defaults_of(path))


def is_default(comparison, original, leaf):
    """What Kubernetes does anyway may be left out, as may a field that says the same as another one."""
    if any(value is not MISSING for _, value in values_at(comparison, original, leaf)):
        return False
    pod = pod_of(original.document) if original.key[0] in WORKLOADS else {}
    if leaf.path[-1] == "serviceAccount":
        return leaf.value == pod.get("serviceAccountName", leaf.value)
    if leaf.path[-1] == "allowPrivilegeEscalation":
        return leaf.value is True and any(
            (container.get("securityContext") or {}).get("privileged")
            for container in all_containers(original.document)
        )
    if leaf.path[-1] == "creationTimestamp":
        return leaf.value is None
    return is_what_kubernetes_does(leaf.path, leaf.value)


def may_be_there(leaf):
    """What is dropped may stand there for another reason: a namespace's labels, for one, are Rackbook's own."""
    return leaf.value in (None, {}, [], "")


def may_be_made(comparison, key):
    """Objects that no manifest has."""
    kind, namespace, name = key
    workloads = comparison.emitted.workloads.get(namespace, {})
    if kind == "Namespace":
        return any(other[1] == name for other in comparison.emitted.objects)
    if kind == "Deployment":
        return ("Pod", namespace, name) in comparison.originals
    if kind == "ExternalSecret" and any(
        {"name": name} in (pod_of(thing.document).get("imagePullSecrets") or []) for thing in workloads.values()
    ):
        return True
    # Where these lead is held against the manifests.
    endings = {
        "ConfigMap": "-config",
        "ExternalSecret": "-secrets",
        "Service": "(-load-balancer|-node-ports)?",
        "Ingress": "(-[0-9]+)?",
        "PodDisruptionBudget": "",
    }
    return kind in endings and any(re.fullmatch(re.escape(each) + endings[kind], name) for each in workloads)


def may_be_added(comparison, thing, path, value):
    """Fields that no manifest has: defaults, what Rackbook decides, and what follows from a change that was checked."""
    kind = thing.key[0]
    if path[-1] == "planted":
        return False
    if thing.key not in comparison.originals and kind not in WORKLOADS and may_be_made(comparison, thing.key):
        return True
    if is_what_kubernetes_does(path, value) or any(re.fullmatch(wanted, str(value)) for wanted in decided(path)):
        return True
    if kind == "Service":
        return may_be_added_to_service(comparison, thing, path, value)
    if kind in WORKLOADS:
        return may_be_added_to_pod(comparison, thing, path, value)
    return False


def may_be_added_to_service(comparison, thing, path, value):
    """A Service has the ports of all containers, and the labels and annotations of the service's other ones."""
    _, namespace, name = thing.key
    workload = (selected(thing, comparison.emitted.objects.values()) or [None])[0]
    if path[:2] in PODS_METADATA:
        main = comparison.originals.get(("Service", namespace, workload))
        return main is not None and (main.document["metadata"].get(path[1]) or {}).get(path[-1]) == value
    if path[:2] != ("spec", "ports"):
        return False
    pods = comparison.emitted.workloads.get(namespace, {}).get(workload)
    containers = all_containers(pods.document) if pods else []
    listening = {port["containerPort"] for container in containers for port in container.get("ports") or []}
    entry = next(
        port for port in thing.document["spec"]["ports"] if path[2] == f"[{port['port']}/{port.get('protocol', 'TCP')}]"
    )
    return entry["targetPort"] in listening and path[-1] in ("port", "targetPort", "protocol")


def may_be_added_to_pod(comparison, thing, path, value):
    original = comparison.originals.get(thing.key) or comparison.originals.get(("Pod",) + thing.key[1:])
    step = next((name for name in ("env", "volumeMounts", "securityContext") if name in path), None)
    if original is None or step is None:
        return False
    place = next((n for n, name in enumerate(path) if name in ("containers", "initContainers")), None)
    if place is None:
        return False
    container = next(each for each in all_containers(original.document) if f"[{each['name']}]" == path[place + 1])
    name = path[path.index(step) + 1].strip("[]") if step != "securityContext" else None
    if step == "env":
        stated = next((each for each in container.get("env") or [] if each["name"] == name), {})
        whole = [
            key
            for source in container.get("envFrom") or []
            if has_entries(comparison, original, source)
            for key, *_ in entries_of(comparison, original, source)
        ]
        # Values are held against those of the manifests where those are read.
        return name in whole or "configMapKeyRef" in (stated.get("valueFrom") or {}) or path[-2] == "secretKeyRef"
    if step == "volumeMounts":
        volumes = {each["name"]: each for each in pod_of(original.document).get("volumes") or []}
        for mount in container.get("volumeMounts") or []:
            volume = volumes.get(mount["name"], {})
            if mount["mountPath"] == name and path[-1] == "readOnly":
                return "nfs" in volume or "configMap" in volume or "secret" in volume
            if name.startswith(mount["mountPath"].rstrip("/") + "/") and ("configMap" in volume or "secret" in volume):
                return True
        return False
    pod = pod_of(original.document).get("securityContext") or {}
    for key in path[path.index(step) + 1 :]:
        pod = pod.get(key) if isinstance(pod, dict) else None
    return pod == value


def other_than(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return f"{value}-planted" if isinstance(value, str) else "planted"
