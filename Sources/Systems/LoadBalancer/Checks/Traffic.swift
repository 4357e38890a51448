import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension LoadBalancerChecks {
  static let hasBackends = check(
    Rule(
      "RB0613", .error, "what a load balancer fronts has machines behind it",
      why: "nginx refuses an empty group of backends, and with it the whole configuration.",
      remedy: "List the thing that is fronted, with its machines, in the lab.", waivable: false),
    bad: LoadBalancerExample(endpoint: { $0.endpoint(on: []) }), good: LoadBalancerExample()
  ) { rule, balancer, lab in
    balancer.endpoints.filter { balancer.backends(of: $0, in: lab).isEmpty }.map { endpoint in
      rule.diagnostic(
        about: balancer.id, "\(balancer.id) fronts the \(endpoint.title) of \(endpoint.owner), which has no machine",
        solutions: ["list \(endpoint.owner) and its machines in the lab"])
    }
  }

  static let siteBackends = check(
    Rule(
      "RB0619", .error, "a service that is exposed through a load balancer has machines behind it",
      why: "nginx refuses an empty group of backends, and with it the whole configuration.",
      remedy: "Give the cluster a worker, or run the service on a machine of the lab.", waivable: false),
    bad: LoadBalancerExample(services: { _, balancer in
      let cluster = EmptyCluster()
      let apps = Namespace("apps", in: cluster)
      let wiki = Service("wiki", in: apps)
      return [cluster, apps, wiki.exposed(at: "wiki.lab.example", through: balancer, nodePort: 30080)]
    }),
    good: LoadBalancerExample(services: { machines, balancer in
      [machines.service("wiki", through: balancer, at: "wiki.lab.example", port: 80)]
    })
  ) { rule, balancer, lab in
    balancer.exposures(in: lab)
      .filter { balancer.backends(of: $0.service, $0.exposure, in: lab).isEmpty }
      .map { service, exposure in
        rule.diagnostic(
          about: service.id, at: exposure.declared,
          "\(service.id) is exposed through \(balancer.id), and no machine answers behind it",
          solutions: ["give \(service.cluster ?? service.place) a worker"])
      }
  }

  static let freePorts = check(
    Rule(
      "RB0616", .error, "a port of a load balancer has one use",
      why: "nginx does not start when a port is taken twice, by itself or by another program of the machine.",
      remedy: "Choose another port for one of the two.", waivable: false),
    bad: LoadBalancerExample(services: { machines, balancer in
      [machines.service("wiki", through: balancer, at: "wiki.lab.example", port: 8888)]
    }),
    good: LoadBalancerExample(services: { machines, balancer in
      [machines.service("wiki", through: balancer, at: "wiki.lab.example", port: 8889)]
    })
  ) { rule, balancer, lab in
    let members = Set(balancer.members)
    let neighbours = lab.things.flatMap(\.listeners).filter { members.contains($0.place) }
    var uses = Dictionary(
      (balancer.ownListeners + neighbours).map { (Door($0.port, $0.transport), $0) },
      uniquingKeysWith: { first, _ in first })
    let fronted = balancer.endpoints.map { endpoint in
      Listener(
        on: balancer.id, port: endpoint.port, endpoint.transport, use: "the \(endpoint.title) of \(endpoint.owner)")
    }
    var findings: [Diagnostic] = []
    for listener in fronted {
      let door = Door(listener.port, listener.transport)
      guard let other = uses[door] else {
        uses[door] = listener
        continue
      }
      findings.append(
        rule.diagnostic(
          about: balancer.id, "port \(listener.port) of \(balancer.id) is for \(listener.use) and for \(other.use)"))
    }
    for (service, exposure) in balancer.exposures(in: lab) {
      guard let other = uses[Door(exposure.port, .tcp)] else { continue }
      findings.append(
        rule.diagnostic(
          about: service.id, at: exposure.declared,
          "port \(exposure.port) of \(balancer.id) is for \(service.id) and for \(other.use)",
          solutions: ["choose another port with exposed(at:through:port:nodePort:)"]))
    }
    return findings
  }

  static let distinctSites = check(
    Rule(
      "RB0617", .error, "a host name and port lead to one service",
      why: "nginx would answer with the first of the two and only log a warning about the other.",
      remedy: "Give one of the services another host name or another port.", waivable: false),
    bad: LoadBalancerExample(services: { machines, balancer in
      ["wiki", "blog"].map { machines.service($0, through: balancer, at: "www.lab.example", port: 80) }
    }),
    good: LoadBalancerExample(services: { machines, balancer in
      ["wiki", "blog"].map { machines.service($0, through: balancer, at: "\($0).lab.example", port: 80) }
    })
  ) { rule, balancer, lab in
    var sites: [String: Service] = [:]
    return balancer.exposures(in: lab).compactMap { service, exposure in
      let site = "\(exposure.host.lowercased()):\(exposure.port)"
      guard let first = sites[site] else {
        sites[site] = service
        return nil
      }
      return rule.diagnostic(
        about: service.id, at: exposure.declared, "\(site) leads to \(first.id) and to \(service.id)",
        notes: [Diagnostic.Note("\(first.id) is exposed there", about: first.id)],
        solutions: ["choose another host name or port"])
    }
  }
}

/// Where a program listens.
private struct Door: Hashable {
  let port: Int
  let transport: Transport

  init(_ port: Int, _ transport: Transport) {
    self.port = port
    self.transport = transport
  }
}

/// A cluster without nodes, for an example.
private struct EmptyCluster: Cluster {
  let id = ThingID("cluster", "empty")
  let declared = SourceLocation(#fileID, #line)
  let summary = "a cluster without nodes"
  let facts: [Fact] = []
  let nodes: [ClusterNode] = []
  let podNetwork: IPv4Network? = nil
  let serviceNetwork: IPv4Network? = nil
  var apiServer: Endpoint { Endpoint(of: id, "API server", port: 6443, on: []) }
}
