/// A kind of page: its name in addresses and style classes, and what people call it.
struct PageKind: Sendable, Hashable {
  /// Lower case with hyphens; the kind of ``Diagnostics/ThingID`` for pages of things.
  var id: String
  /// One of them.
  var label: String
  /// Many of them.
  var plural: String

  init(_ id: String, _ label: String, _ plural: String? = nil) {
    self.id = id
    self.label = label
    self.plural = plural ?? label + "s"
  }

  /// Kinds that are known here, in the order of the navigation.
  static let known: [PageKind] = [
    PageKind("network", "Network"),
    PageKind("host", "Host"),
    PageKind("vm", "Virtual machine"),
    PageKind("cluster", "Cluster"),
    PageKind("load-balancer", "Load balancer"),
    PageKind("vip", "Virtual address", "Virtual addresses"),
    PageKind("namespace", "Namespace"),
    PageKind("service", "Service"),
    PageKind("nas", "NAS", "NAS"),
    PageKind("pool", "Storage pool"),
    PageKind("storage-class", "Storage class", "Storage classes"),
    PageKind("datastore", "Datastore"),
    PageKind("vm-template", "VM template"),
    PageKind("native", "Raw document"),
    PageKind("patch", "Patch", "Patches"),
    PageKind("extra-file", "File of one's own", "Files of one's own"),
  ]

  /// Kinds of pages that are not about one thing of the lab; they come after all things.
  static let runbook = PageKind("runbook", "Runbook")
  static let alert = PageKind("alert", "Alert")
  static let diagnostic = PageKind("diagnostic", "Rule")
  static let artifact = PageKind("artifact", "File")
  static let overview = PageKind("overview", "Overview")

  /// The kind of an id that nobody described: `message-queue` becomes "Message queue".
  static func named(_ id: String) -> PageKind {
    if let kind = (known + [runbook, alert, diagnostic, artifact, overview]).first(where: { $0.id == id }) {
      return kind
    }
    let words = id.split(separator: "-").joined(separator: " ")
    return PageKind(id, words.prefix(1).uppercased() + words.dropFirst())
  }
}
