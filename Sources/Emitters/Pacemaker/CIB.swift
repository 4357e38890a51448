import Documents

/// The pieces that a CIB is made of; every element has an id that is unique in the document.
enum CIB {
  /// A name with its value.
  static func pair(_ prefix: String, _ name: String, _ value: String) -> XML.Element {
    XML.Element("nvpair", ["id": "\(prefix)-\(name)", "name": name, "value": value])
  }

  /// The parameters of an agent.
  static func attributes(_ id: String, prefix: String, _ values: [(String, String)]) -> XML.Element {
    XML.Element("instance_attributes", ["id": id], children: values.map { pair(prefix, $0.0, $0.1) })
  }

  /// How Pacemaker treats a resource.
  static func metaAttributes(_ id: String, prefix: String, _ values: [(String, String)]) -> XML.Element {
    XML.Element("meta_attributes", ["id": id], children: values.map { pair(prefix, $0.0, $0.1) })
  }

  /// What is done with a resource, how often, and how long it may take.
  static func operation(_ resource: String, _ name: String, every interval: String, timeout: String) -> XML.Element {
    XML.Element(
      "op", ["id": "\(resource)-\(name)-\(interval)", "name": name, "interval": interval, "timeout": timeout])
  }
}
