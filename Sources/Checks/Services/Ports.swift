import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0422 = Rule(
  "RB0422", .error, "a service on a machine leaves ssh its port",
  why: "Where the service takes 22 first, nobody logs in any more, and neither does Ansible to put it right.",
  remedy: "Let the service listen on another port, such as 2222.")

private let rb0423 = Rule(
  "RB0423", .error, "a node port is free on every node",
  why: """
    kube-proxy takes the port on all nodes at once. A program on one of them that had it first keeps it, and the service \
    is reached through every node but that one.
    """,
  remedy: "Take another node port, or let the program on the node listen elsewhere.")

private let rb0424 = Rule(
  "RB0424", .warning, "programs on nodes stay out of the range of node ports",
  why: "Kubernetes gives 30000 to 32767 to services that ask for no certain port, without a look at what a node runs.",
  remedy: "Let the program listen outside of the range.")

private let rb0432 = Rule(
  "RB0432", .warning, "browsers open the port that a service is exposed at",
  why: """
    Browsers refuse some ports, whatever answers there (the Fetch standard's list of bad ports): the page stays blank with \
    ERR_UNSAFE_PORT, and curl works.
    """,
  remedy: "Expose it at another port of the load balancer.")

private let rb0434 = Rule(
  "RB0434", .error, "a VPN's port is 1 to 65535",
  why: "A port has 16 bits; the interface does not come up with a larger number.",
  remedy: "Leave `port:` out for 51820.", waivable: false)

extension Check {
  /// A service on a machine leaves ssh its port.
  static let sshKeepsItsPort = Check(
    rb0422,
    bad: {
      .example {
        Service("forgejo", in: Example.node) {
          Container("codeberg.org/forgejo/forgejo:11.0.1", port: 3000, ports: [.tcp(22)])
        }
      }
    },
    good: {
      .example {
        Service("forgejo", in: Example.node) {
          Container("codeberg.org/forgejo/forgejo:11.0.1", port: 3000, ports: [.tcp(2222)])
        }
      }
    },
    findings: { lab in
      lab.all(Service.self).flatMap { service in
        service.listeners.filter { $0.port == 22 && $0.transport == .tcp && lab[$0.place] is any Machine }.map { _ in
          rb0422.diagnostic(about: service.id, "\(service.id) takes port 22 of \(service.place), where ssh listens")
        }
      }
    })

  /// A node port is free on every node.
  static let nodePortIsFree = Check(
    rb0423,
    bad: { .exposed(beside: [agent(30080)]) { $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080) } },
    good: { .exposed(beside: [agent(12345)]) { $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080) } },
    findings: { lab in
      let programs = lab.programsOnNodes
      guard !programs.isEmpty else { return [] }
      return lab.all(Service.self).flatMap { service -> [Diagnostic] in
        guard let cluster = service.cluster, let there = programs[cluster] else { return [] }
        return service.exposures.compactMap { exposure in
          guard let program = there[exposure.nodePort] else { return nil }
          return rb0423.diagnostic(
            about: service.id, at: exposure.declared,
            "node port \(exposure.nodePort) of \(service.id) is taken on \(program.place) by \(program.use)",
            notes: [Diagnostic.Note("\(program.place) is a node of \(cluster)", about: program.place)])
        }
      }
    })

  /// Programs on nodes stay out of the range of node ports.
  static let nodeLeavesNodePorts = Check(
    rb0424,
    bad: {
      .example {
        ExampleCluster()
        agent(30080)
      }
    },
    good: {
      .example {
        ExampleCluster()
        agent(12345)
      }
    },
    findings: { lab in
      let asked = Set(lab.exposures.map(\.exposure.nodePort))
      return lab.programsOnNodes.sorted { $0.key < $1.key }.flatMap { cluster, programs in
        programs.sorted { $0.key < $1.key }.filter { (30000...32767).contains($0.key) && !asked.contains($0.key) }
          .map { port, program in
            rb0424.diagnostic(
              about: program.place, "\(port) of \(program.place), a node of \(cluster), is taken by \(program.use)")
          }
      }
    })

  /// Browsers open the port that a service is exposed at.
  static let browsersOpenPort = Check(
    rb0432,
    bad: { .exposed { $0.exposed(at: "web.lab.example", through: $1, port: 6667, nodePort: 30080) } },
    good: { .exposed { $0.exposed(at: "web.lab.example", through: $1, port: 6680, nodePort: 30080) } },
    findings: { lab in
      lab.exposures.filter { refusedByBrowsers.contains($0.exposure.port) }.map { service, exposure in
        rb0432.diagnostic(
          about: service, at: exposure.declared, "browsers refuse port \(exposure.port), where \(service) is exposed")
      }
    })

  /// The ports of the Fetch standard, "port blocking".
  private static let refusedByBrowsers: Set<Int> = [
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
    111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
    540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
    6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
  ]

  /// A VPN's port is 1 to 65535.
  static let tunnelPortIsPossible = Check(
    rb0434,
    bad: {
      .sites {
        Site("home", at: "10.99.0.1", endpoint: "vpn.example.org", port: 518_200, networks: [Example.lan])
        Example.cabin
      }
    },
    good: {
      .sites {
        Site("home", at: "10.99.0.1", endpoint: "vpn.example.org", port: 51820, networks: [Example.lan])
        Example.cabin
      }
    },
    findings: { lab in
      lab.all(Site.self).filter { !(1...65_535).contains($0.port) }.map { site in
        rb0434.diagnostic(about: site.id, "\(site.port) of \(site.id) is no port: those are 1 to 65535")
      }
    })
}

extension ResolvedLab {
  /// The TCP ports that are taken on the nodes of each cluster, with what takes each.
  fileprivate var programsOnNodes: [ThingID: [Int: Listener]] {
    var clusters: [ThingID: ThingID] = [:]
    for cluster in all((any Cluster).self) {
      for node in cluster.nodes { clusters[node.machine] = cluster.id }
    }
    var programs: [ThingID: [Int: Listener]] = [:]
    for listener in things.flatMap(\.listeners) where listener.transport == .tcp {
      guard let cluster = clusters[listener.place], programs[cluster]?[listener.port] == nil else { continue }
      programs[cluster, default: [:]][listener.port] = listener
    }
    return programs
  }
}

/// Something that listens on a node, on this port.
private func agent(_ port: Int) -> Service {
  Service("agent", in: Example.node) { Container("grafana/alloy:v1.5.0", port: port) }
}
