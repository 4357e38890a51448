import Diagnostics

/// The rules about manifests of Kubernetes.
enum KubernetesRules {
  static let isObject = Rule(
    "RB1230", .warning, "a manifest is an object of Kubernetes",
    why: "Without a kind and a name nobody can say what a document is; it would be lost.",
    remedy: "Give it apiVersion, kind and metadata.name, or leave the file out.", waivable: false)

  static let objectStandsOnce = Rule(
    "RB1231", .warning, "an object of Kubernetes is imported from one place",
    why: "Of two manifests for one object the last that is applied wins, and which one that is depends on the day.",
    remedy: "Delete the manifest that is no longer true.", waivable: false)

  static let secretIsAPlaceholder = Rule(
    "RB1232", .note, "secrets of Kubernetes become references",
    why: "A manifest with a secret in it is a secret; what is written into Swift is read by everyone.",
    remedy: "Put the value into Vault, under the path and key that the reference names.", waivable: false)

  static let clusterIsAssumed = Rule(
    "RB1233", .note, "workloads are put into a cluster that is known",
    why: "Manifests do not say which cluster they are for; one with an assumed name is a place to start from.",
    remedy: "Name the lab's own cluster with `--into`, or correct the name and the version.", waivable: false)

  static let defaultsDiffer = Rule(
    "RB1234", .note, "what manifests leave out is decided in the lab",
    why: """
      Rackbook shuts traffic that nothing needs, and wants to know how state is backed up. Manifests say neither: the \
      import leaves traffic open and states that no backup is known, so that what runs today runs tomorrow.
      """,
    remedy: """
      Replace `.notIsolated` and `.notBackedUp` by `.needs` and `.backedUp`. Containers without a security context get \
      Rackbook's own: no new privileges, and the runtime's seccomp profile.
      """, waivable: false)

  static let selectorMeansTheSame = Rule(
    "RB1235", .warning, "a document selects what it selected before",
    why: """
      Rackbook writes app.kubernetes.io/name, part-of and managed-by itself, with the service's name as the first. A \
      document that selects by their old values selects nothing, and nobody hears of it.
      """,
    remedy: "Let it select by another label, or by app.kubernetes.io/name with the service's name.",
    waivable: false)

  static let all = [
    isObject, objectStandsOnce, secretIsAPlaceholder, clusterIsAssumed, defaultsDiffer, selectorMeansTheSame,
  ]
}
