import Diagnostics
import LabModel
import SourceDocuments

extension ImportedFact {
  /// How much storage a claim asks for.
  static func sizes(of claim: Manifest) -> [ImportedFact] {
    size(of: claim.node, of: ThingID("claim", "\(claim.namespace)/\(claim.name)"), "size")
  }

  /// How much storage the claims of a set's pods ask for.
  static func sizes(ofTemplatesOf set: Manifest, _ id: ThingID) -> [ImportedFact] {
    (set.spec?["volumeClaimTemplates"]?.items ?? []).flatMap { template in
      size(of: template, of: id, "size of volume '\(template["metadata"]?["name"]?.text ?? "")'")
    }
  }

  private static func size(of claim: SourceNode, of id: ThingID, _ property: String) -> [ImportedFact] {
    guard let node = claim["spec"]?["resources"]?["requests"]?["storage"], let bytes = node.text.flatMap(Quantity.bytes)
    else { return [] }
    return [ImportedFact(id, property, "\(DataSize(bytes: bytes))", at: node.place)]
  }

  /// The addresses that pods are told machines have.
  static func aliases(of workload: Manifest) -> [ImportedFact] {
    (workload.podTemplate?["spec"]?["hostAliases"]?.items ?? []).flatMap { alias -> [ImportedFact] in
      guard let address = alias["ip"], let text = address.text else { return [] }
      let names = (alias["hostnames"]?.items ?? []).compactMap { $0.text?.split(separator: ".").first.map(String.init) }
      return Set(names).sorted().map { ImportedFact(ThingID("host", $0), hearsay, text, at: address.place) }
    }
  }

  /// An image without what Docker adds to a short name.
  static func image(_ text: String) -> String {
    for prefix in ["docker.io/library/", "index.docker.io/library/", "docker.io/", "index.docker.io/"]
    where text.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.utf8.count))
    }
    return text
  }
}
