import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0214 = Rule(
  "RB0214", .error, "a machine's name means nothing else",
  why: """
    `all`, `ungrouped` and `localhost` are Ansible's own, `etcd` is a group of kubespray's, `localhost` is every machine \
    itself. A play for such a host runs on others, or on the machine of whoever started it.
    """,
  remedy: "Give it a name of its own, such as etcd01.")

private let rb0215 = Rule(
  "RB0215", .error, "a machine's whole host name has at most 64 characters",
  why: "Linux refuses a longer one (HOST_NAME_MAX), and a certificate's common name cannot hold it (X.509).",
  remedy: "Shorten the machine's name, or the lab's domain.")

extension Check {
  /// A machine's name means nothing else.
  static let hostNameIsNotReserved = Check(
    rb0214,
    bad: { .example { Example.machine("etcd", at: Example.lan["192.168.10.5"]) } },
    good: { .example { Example.machine("etcd01", at: Example.lan["192.168.10.5"]) } },
    findings: { lab in
      lab.hosts.filter { reserved.contains($0.name) }.map { host in
        rb0214.diagnostic(about: host, "'\(host.name)' means something else to Ansible or to every machine")
      }
    })

  private static let reserved: Set<String> = ["all", "ungrouped", "localhost", "etcd"]

  /// A machine's whole host name has at most 64 characters.
  static let hostNameIsShort = Check(
    rb0215,
    bad: {
      .example {
        Example.machine(
          "a-very-long-name-for-the-machine-that-serves-the-photograp", at: Example.lan["192.168.10.5"])
      }
    },
    good: {
      .example {
        Example.machine("photographs", at: Example.lan["192.168.10.5"])
      }
    },
    findings: { lab in
      lab.hosts.compactMap { host in
        let name = lab.hostName(of: host)
        guard name.utf8.count > 64 else { return nil }
        return rb0215.diagnostic(about: host, "\(name) has \(name.utf8.count) characters, and 64 are the most")
      }
    })
}

extension ResolvedLab {
  /// What has a host name of its own.
  fileprivate var hosts: [ThingID] {
    things.compactMap { $0 is any Machine || $0 is any NetworkStorage || $0 is ProxmoxHost ? $0.id : nil }
  }
}
