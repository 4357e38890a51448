import Diagnostics
import Documents
import LabModel

// What Ansible does with a changed role: it makes hosts as the role says, and undoes nothing that the role no longer says.
extension HostRole: Resource {
  /// What hosts must have and run.
  public static let kind = ResourceKind(
    "host-role", "configuration of hosts",
    added: Consequence(.none, "Ansible configures the hosts"),
    removed: Consequence(.none, "Ansible leaves the hosts as they are"),
    leftBehind: "packages, files and units on its hosts: Ansible undoes nothing",
    fields: [
      FieldRule(
        "hosts.*", "host *", added: Consequence(.none, "Ansible configures it"),
        removed: Consequence(.none, "it keeps what was configured on it")),
      FieldRule(
        "packages.*", "package *", added: Consequence(.none, "it is installed"),
        removed: Consequence(.none, "it stays installed on hosts that have it")),
      FieldRule("steps", "steps", Consequence(.restart, "daemons take up what has changed")),
      FieldRule("summary", "summary"),
    ])

  /// Hosts, packages, and the headings of its steps.
  public var fields: Node {
    .mapping([
      ("summary", .string(summary)),
      ("hosts", .fields(hosts.map { ($0.name, true) })),
      ("packages", .fields(packages.map { ($0, true) })),
      ("steps", .fields(sections.map { ($0.name, .strings($0.actions.map(\.title))) })),
    ])
  }
}
