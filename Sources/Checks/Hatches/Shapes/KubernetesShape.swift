import Diagnostics
import Documents
import LabModel

/// Objects of Kubernetes.
enum KubernetesShape {
  static let identity = Rule(
    "RB0970", .error, "a Kubernetes object says what it is",
    why: """
      Without apiVersion, kind and a name the API server takes no object; a label that is a number, or a namespace that \
      is left to whoever applies the file, is found out only then.
      """,
    remedy: """
      Give apiVersion, kind and metadata with a name (and a namespace where the kind has one); quote numbers in labels \
      and annotations.
      """, waivable: false)
  static let kind = Rule(
    "RB0971", .error, "a kind of Kubernetes exists, with the fields that are set",
    why: """
      The API server refuses a kind or version that it does not serve, and many tools drop a field that it does not \
      know without a word. What is known here are the kinds of Kubernetes 1.33 to 1.36 and their fields of the first \
      level; custom resources are not looked at.
      """,
    remedy: "Correct the name, or use the version that this Kubernetes serves.", waivable: false)
  static let secret = Rule(
    "RB0972", .error, "a raw document holds no secret",
    why: "The build folder and its portal are files to be copied, committed and printed: a password in them is public.",
    remedy: "Let External Secrets make the Secret from where it is kept, and refer to it by name.", waivable: false)

  static func problems(of root: Node) -> [DocumentShape.Problem] {
    guard root.entries != nil else { return [.init(identity, "a Kubernetes object is a mapping")] }
    var problems = identityProblems(of: root)
    if let version = root["apiVersion"]?.string, let kind = root["kind"]?.string {
      problems += kindProblems(of: root, version, kind)
      if version == "v1", kind == "Secret",
        ["data", "stringData"].contains(where: { root[$0]?.entries?.isEmpty == false })
      {
        problems.append(.init(secret, "a Secret with values would write them into the build folder"))
      }
    }
    return problems
  }

  private static func identityProblems(of root: Node) -> [DocumentShape.Problem] {
    var problems: [DocumentShape.Problem] = []
    for key in ["apiVersion", "kind"] where root[key]?.string?.isEmpty ?? true {
      problems.append(.init(identity, "\(key) is missing, or no text"))
    }
    guard let metadata = root["metadata"], metadata.entries != nil else {
      return problems + [.init(identity, "metadata is missing, or no mapping")]
    }
    let name = metadata["name"]?.string ?? ""
    // Names of roles may have colons and more; none may be empty or hold a slash.
    let isFree = root["apiVersion"]?.string?.hasPrefix("rbac.authorization.k8s.io/") ?? false
    if name.isEmpty || (isFree ? name.contains("/") || name.contains("%") : !DNSName.isName(name)) {
      let said = name.isEmpty ? "metadata.name is missing, or no text" : "'\(name)' is no name for a Kubernetes object"
      problems.append(
        .init(identity, said, solutions: [isFree ? nil : DNSName.label(near: name).map { "write '\($0)'" }]))
    }
    if let namespace = metadata["namespace"], !DNSName.isLabel(namespace.string ?? "") {
      problems.append(.init(identity, "metadata.namespace is no DNS label"))
    }
    for key in ["labels", "annotations"] {
      guard let values = metadata[key] else { continue }
      guard let entries = values.entries else {
        problems.append(.init(identity, "metadata.\(key) is no mapping"))
        continue
      }
      problems += entries.filter { $0.value.string == nil }.map {
        .init(identity, "metadata.\(key): the value of '\($0.key)' is no text", solutions: ["write it in quotes"])
      }
    }
    return problems
  }

  private static func kindProblems(of root: Node, _ version: String, _ kind: String) -> [DocumentShape.Problem] {
    guard KubernetesKinds.isBuiltIn(version) else { return [] }
    guard let versions = KubernetesKinds.byVersion[version] else {
      if KubernetesKinds.previews.contains(version) { return [] }
      let group = version.split(separator: "/").dropLast().first.map(String.init) ?? ""
      let served = KubernetesKinds.byVersion.keys.filter { $0.hasPrefix("\(group)/") }.sorted()
      return [
        .init(
          Self.kind, "Kubernetes serves no '\(version)'",
          solutions: [served.isEmpty ? nil : "write '\(served.joined(separator: "' or '"))'"])
      ]
    }
    guard let known = versions[kind] else {
      let elsewhere = KubernetesKinds.byVersion.filter { $0.value[kind] != nil }.keys.sorted().first
      return [
        .init(
          Self.kind, "'\(version)' has no kind '\(kind)'",
          solutions: [
            elsewhere.map { "write apiVersion '\($0)'" }, NearMiss.suggestion(for: kind, in: versions.keys),
            kind == "List" ? "write each object as a Native of its own" : nil,
          ])
      ]
    }
    let common: Set = ["apiVersion", "kind", "metadata"]
    var problems = (root.entries ?? []).map(\.key).filter { !common.contains($0) && !known.fields.contains($0) }.map {
      DocumentShape.Problem(
        Self.kind, "a \(kind) has no field '\($0)'", solutions: [NearMiss.suggestion(for: $0, in: known.fields)])
    }
    let namespace = root["metadata"]?["namespace"]
    if known.isNamespaced, namespace == nil {
      problems.append(.init(identity, "a \(kind) says its namespace", solutions: ["add metadata.namespace"]))
    } else if !known.isNamespaced, namespace != nil {
      problems.append(.init(identity, "a \(kind) belongs to no namespace", solutions: ["take metadata.namespace out"]))
    }
    return problems
  }
}
