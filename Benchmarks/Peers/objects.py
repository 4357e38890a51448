"""The objects of the generated lab's services, as plain dictionaries: what each peer has to make too."""


def labels(name):
    return {"app.kubernetes.io/name": name, "app.kubernetes.io/part-of": "generated", "app.kubernetes.io/managed-by": "rackbook"}


def selector(name):
    return {"app.kubernetes.io/name": name}


def peer(number, own):
    pods = {"podSelector": {"matchLabels": selector(f"service{number}")}}
    if number // 25 != own // 25:
        pods["namespaceSelector"] = {"matchLabels": {"kubernetes.io/metadata.name": f"space{number // 25}"}}
    return pods


def needs(number):
    return list(dict.fromkeys([number // 2, number - 1])) if number >= 2 else []


def dependents(number, count):
    candidates = sorted({number + 1, 2 * number, 2 * number + 1})
    return [other for other in candidates if 2 <= other < count and other != number and number in needs(other)]


def of_service(number, count):
    name, space = f"service{number}", f"space{number // 25}"
    exposed = number % 10 == 0 and number // 10 < 2000

    def made(api, kind, rest, called=name):
        metadata = {"name": called, "namespace": space, "labels": labels(name)}
        return {"apiVersion": api, "kind": kind, "metadata": metadata, **rest}

    port = {"name": "tcp-8080", "port": 8080, "targetPort": 8080, "protocol": "TCP"}
    edge = [{"protocol": "TCP", "port": 8080}]
    names = {
        "to": [
            {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "kube-system"}},
             "podSelector": {"matchLabels": {"k8s-app": "kube-dns"}}},
            {"ipBlock": {"cidr": "169.254.0.0/16"}},
        ],
        "ports": [{"protocol": "UDP", "port": 53}, {"protocol": "TCP", "port": 53}],
    }
    container = {
        "name": name,
        "image": f"registry.example/app{number}:1.2.{number}",
        "ports": [{"name": "tcp-8080", "containerPort": 8080, "protocol": "TCP"}],
        "env": [
            {"name": "TZ", "value": "Europe/Zurich"},
            {"name": "DB_PASSWORD",
             "valueFrom": {"secretKeyRef": {"name": f"{name}-secrets", "key": f"apps-{name}.password"}}},
        ],
        "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"memory": "512Mi"}},
        "readinessProbe": {"httpGet": {"path": "/healthz", "port": 8080}},
        "securityContext": {"allowPrivilegeEscalation": False},
        "volumeMounts": [
            {"name": "data", "mountPath": "/data"},
            {"name": "rackbook-config", "mountPath": "/etc/app.conf", "subPath": "app.conf", "readOnly": True},
        ],
    }
    pod = {
        "automountServiceAccountToken": False,
        "enableServiceLinks": False,
        "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}},
        "containers": [container],
        "volumes": [
            {"name": "data", "persistentVolumeClaim": {"claimName": f"{name}-data"}},
            {"name": "rackbook-config",
             "configMap": {"name": f"{name}-config", "items": [{"key": "app.conf", "path": "app.conf"}]}},
        ],
    }
    objects = [
        made("apps/v1", "Deployment", {"spec": {
            "replicas": 1, "selector": {"matchLabels": selector(name)}, "strategy": {"type": "Recreate"},
            "template": {"metadata": {"labels": labels(name)}, "spec": pod}}}),
        made("v1", "Service", {"spec": {"type": "ClusterIP", "ports": [port], "selector": selector(name)}}),
        made("v1", "PersistentVolumeClaim", {"spec": {
            "accessModes": ["ReadWriteOnce"], "storageClassName": "iscsi",
            "resources": {"requests": {"storage": f"{1 + number % 9}Gi"}}}}, f"{name}-data"),
        made("v1", "ConfigMap", {"data": {"app.conf": f"listen 8080\nworkers {number % 8}\n"}}, f"{name}-config"),
        made("external-secrets.io/v1", "ExternalSecret", {"spec": {
            "refreshInterval": "1h", "secretStoreRef": {"kind": "ClusterSecretStore", "name": "vault"},
            "target": {"name": f"{name}-secrets", "creationPolicy": "Owner"},
            "data": [{"secretKey": f"apps-{name}.password",
                      "remoteRef": {"key": f"apps/{name}", "property": "password"}}]}}, f"{name}-secrets"),
        made("networking.k8s.io/v1", "NetworkPolicy", {"spec": {
            "podSelector": {"matchLabels": selector(name)}, "policyTypes": ["Ingress", "Egress"],
            "ingress": [{"from": [peer(other, number)], "ports": edge} for other in dependents(number, count)]
            + ([{"ports": edge}] if exposed else []),
            "egress": [names] + [{"to": [peer(other, number)], "ports": edge} for other in needs(number)]}}),
    ]
    if exposed:
        outer = {**port, "nodePort": 30000 + number // 10}
        objects.append(made("v1", "Service", {"spec": {
            "type": "NodePort", "ports": [outer], "selector": selector(name)}}, f"{name}-node-ports"))
    return objects
