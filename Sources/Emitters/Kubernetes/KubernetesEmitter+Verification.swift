import Blueprint
import Diagnostics
import Documents

extension KubernetesEmitter {
  private static let validator = Verification.Tool(
    "kubernetes-validate", from: "the Python package kubernetes-validate")

  /// The strict schemas of the cluster's version of Kubernetes: unknown fields are refused.
  ///
  /// The tool only warns of a kind that it has no schema for, and calls that success. Here a warning is a no; ExternalSecret,
  /// the one kind that is not Kubernetes' own, is held against the fields that its definition has.
  static func schemas(_ contents: ClusterContents) -> Verification {
    let folder = Shell.quote("kubernetes/\(contents.cluster.name)")
    let version = contents.kubernetes.isEmpty ? "" : " --kubernetes-version \(Shell.quote(contents.kubernetes))"
    return Verification(
      "kubernetes-validate: cluster \(contents.cluster.name)", tools: [validator],
      script: """
        find \(folder) -name '*.yaml' ! -name kustomization.yaml ! -name externalsecret.yaml ! -name registries.yaml ! -path '*/native/*' \\
          -print0 | xargs -0 kubernetes-validate --strict\(version) > "$SCRATCH/said" 2>&1 || { cat "$SCRATCH/said"; exit 1; }
        if grep WARN "$SCRATCH/said"; then exit 1; fi
        interpreter=$(sed -n '1s/^#!//p' "$(command -v kubernetes-validate)")
        find \(folder) \\( -name externalsecret.yaml -o -name registries.yaml \\) -print0 \\
          | "$interpreter" -c \(Shell.quote(externalSecretCheck))
        """)
  }

  /// Every object of the folder is there, and none twice.
  static func kustomize(_ contents: ClusterContents) -> Verification {
    let folder = Shell.quote("kubernetes/\(contents.cluster.name)")
    return Verification(
      "kustomize build: cluster \(contents.cluster.name)",
      tools: [.init("kustomize", from: "kustomize")],
      script: """
        kustomize build \(folder) > "$SCRATCH/objects.yaml"
        found=$(find \(folder) -name '*.yaml' ! -name kustomization.yaml -exec cat {} + | grep --count '^kind: ')
        listed=$(grep --count '^kind: ' "$SCRATCH/objects.yaml")
        test "$found" = "$listed" || { echo "$found objects in files, $listed in the kustomization"; exit 1; }
        """)
  }

  private static let externalSecretCheck = """
    import sys, jsonschema, yaml
    text = {"type": "string", "minLength": 1}
    def fields(required, **properties):
        return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    reference = fields(["key"], key=text, property=text, version=text)
    entry = fields(["remoteRef", "secretKey"], remoteRef=reference, secretKey={"type": "string", "pattern": "^[-._a-zA-Z0-9]{1,253}$"})
    target = fields([], name=text, creationPolicy={"enum": ["Owner", "Orphan", "Merge", "None"]}, template=fields([], type=text))
    store = fields(["name"], name=text, kind={"enum": ["SecretStore", "ClusterSecretStore"]})
    spec = fields(["data", "secretStoreRef"], data={"type": "array", "items": entry, "minItems": 1}, target=target,
        secretStoreRef=store, refreshInterval={"type": "string", "pattern": "^[0-9]+(s|m|h)$"})
    schema = fields(["apiVersion", "kind", "metadata", "spec"], apiVersion={"const": "external-secrets.io/v1"},
        kind={"const": "ExternalSecret"}, metadata={"type": "object", "required": ["name", "namespace"]}, spec=spec)
    for name in filter(None, sys.stdin.read().split(chr(0))):
        for document in yaml.safe_load_all(open(name)):
            try:
                jsonschema.validate(document, schema)
            except jsonschema.ValidationError as error:
                sys.exit(f"{name}: {error.message}")
    """
}
