/// Names of the module and the type of a lab.
public enum ModuleName {
  /// Words of a lab file, which a module of the same name would hide.
  private static let words: Set<String> = [
    "Alert", "Annotation", "Backup", "Checks", "Compiler", "Component", "Container", "Datastore", "Deployment",
    "Diagnostics",
    "Documents", "Environment", "Import", "Ingress", "Interval", "Job", "Label", "LabLanguage", "LabModel",
    "LoadBalancer",
    "Namespace", "Native", "Network", "Node", "Pod", "Pool", "Port", "Portal", "Probe", "Rackbook", "Resources",
    "Router",
    "Rule", "Runbooks", "Service", "Site", "StorageClass", "Swift", "Switch", "Synology", "Systems", "TrueNAS",
    "Volume",
    "Worker",
  ]

  /// The name for a lab that is called so: in upper camel case, and no word of a lab file.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The name; `MyLab` where the text has no ASCII letters or digits.
  public static func name(for text: String) -> String {
    let name = SwiftIdentifiers.camelCase(text, startsUpper: true)
    if name.isEmpty || name == "Lab" { return "MyLab" }
    return words.contains(name) ? name + "Lab" : name
  }
}
