import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension KubesprayChecks {
  static let overlayFits = check(
    Rule(
      "RB0133", .error, "packets of pods fit those of the nodes' network",
      why: """
        The overlay adds 50 bytes (VXLAN) to every packet between nodes. Larger ones are thrown away on the way: pods \
        answer to a ping and hang at the first page.
        """,
      remedy: "Leave `mtu:` out, and the plugin works it out; or write 50 less than the MTU of the nodes' network."),
    bad: KubesprayExample(networking: ClusterNetworking(mtu: 1500)),
    good: KubesprayExample(networking: ClusterNetworking(mtu: 1450))
  ) { rule, cluster, lab in
    guard let mtu = cluster.networking.mtu else { return [] }
    let networks = cluster.machines.compactMap { lab.thing($0.address.network, as: Network.self) }
    guard let tightest = networks.min(by: { $0.mtu < $1.mtu }) else { return [] }
    if cluster.networking.plugin == .flannel {
      return [rule.diagnostic(about: cluster.id, "kubespray has no MTU for flannel, which \(cluster.id) uses")]
    }
    let most = max(tightest.mtu, 576) - 50
    guard mtu > most || mtu < 1280 else { return [] }
    return [
      rule.diagnostic(
        about: cluster.id,
        "an MTU of \(mtu) for pods of \(cluster.id), and \(tightest.id) carries \(tightest.mtu): 1280 to "
          + "\(most) fit",
        notes: [Diagnostic.Note("\(tightest.id) is declared here", about: tightest.id)])
    ]
  }

  static let dnsIsAService = check(
    Rule(
      "RB0134", .error, "the cluster's DNS has an address among its services, and not the first",
      why: """
        The first address of the service network is the API's own, and DNS is a service like others. With an address \
        elsewhere CoreDNS is never reached, and no pod finds a name.
        """,
      remedy: "Leave `dns:` out for the third address, or write another one inside the service network.",
      waivable: false),
    bad: KubesprayExample(networking: ClusterNetworking(dns: "10.233.64.3")),
    good: KubesprayExample(networking: ClusterNetworking(dns: "10.233.0.10"))
  ) { rule, cluster, _ in
    guard let services = cluster.networking.services else { return [] }
    let text = cluster.networking.dnsText ?? cluster.networking.dns.map { "\($0)" } ?? ""
    guard let address = cluster.networking.dns else {
      return [rule.diagnostic(about: cluster.id, "'\(text)', the DNS service of \(cluster.id), is no IPv4 address")]
    }
    let first = IPv4Address(bits: services.address.bits &+ 1)
    let problem: String? =
      if !services.contains(address) {
        "is outside its services (\(services))"
      } else if address == first {
        "is the API's own address"
      } else if address == services.address || address == services.broadcast {
        "is at the end of its services (\(services))"
      } else {
        nil
      }
    return problem.map { [rule.diagnostic(about: cluster.id, "\(address), the DNS service of \(cluster.id), \($0)")] }
      ?? []
  }

  static let ownDomain = check(
    Rule(
      "RB0190", .error, "the DNS domain inside a cluster is not the lab's",
      why: """
        CoreDNS answers for its domain itself and passes on nothing of it. Pods then find no machine and no service \
        outside that has a name in it.
        """,
      remedy: "Leave `dnsDomain:` out for cluster.local, or write a domain that nothing outside uses."),
    bad: KubesprayExample(dnsDomain: "lab.example"), good: KubesprayExample(dnsDomain: "k8s.lab.example")
  ) { rule, cluster, lab in
    let domains = [lab.domain] + lab.all(DNSZone.self).map(\.name)
    return domains.map { $0.lowercased() }.filter { domain in
      domain == cluster.dnsDomain || domain.hasSuffix(".\(cluster.dnsDomain)")
    }.map { domain in
      rule.diagnostic(about: cluster.id, "\(cluster.dnsDomain) inside \(cluster.id) hides \(domain) outside")
    }
  }

  static let namesInCertificate = check(
    Rule(
      "RB0167", .warning, "the API server's certificate has the names that lead to it",
      why: """
        kubectl refuses a server whose certificate lacks the name that it was called by, and people then switch the check \
        off.
        """,
      remedy: "Add the name to the cluster's `serverNames:`; a new certificate needs a run of kubespray."),
    bad: KubesprayExample(others: { [ExampleEntrance(cluster: $0, on: $1)] + [ExampleEntrance.zone(on: $1)] }),
    good: KubesprayExample(
      serverNames: ["api.home.lab"],
      others: { [ExampleEntrance(cluster: $0, on: $1)] + [ExampleEntrance.zone(on: $1)] })
  ) { rule, cluster, lab in
    let addresses = Set(cluster.frontends(in: lab).map(\.vip.text))
    guard !addresses.isEmpty else { return [] }
    let names = Set(cluster.certificateNames(in: lab))
    return lab.all(DNSZone.self).flatMap { zone in
      zone.records.compactMap { record -> Diagnostic? in
        let name = zone.name(of: record)
        // Names of services lead there too; one that speaks of the API is meant for it.
        guard !addresses.isDisjoint(with: record.data.addressTexts), !names.contains(name),
          ["api", "k8s", "kube", "kubernetes"].contains(where: { record.name.lowercased().contains($0) })
        else { return nil }
        return rule.diagnostic(
          about: cluster.id, "\(name) leads to the API server of \(cluster.id), and its certificate lacks the name",
          notes: [Diagnostic.Note("the record is here", about: zone.id, at: record.declared)],
          solutions: ["add \"\(name)\" to serverNames"])
      }
    }
  }
}

/// What stands in front of an API server, for an example.
private struct ExampleEntrance: Frontend {
  let id = ThingID("load-balancer", "entrance")
  let declared = SourceLocation(#fileID, #line)
  let vip: NetworkAddress
  let members: [ThingID]
  let endpoints: [Endpoint]

  init(cluster: KubesprayCluster, on machines: KubesprayExample.Machines) {
    vip = machines.lan["192.168.10.250"]
    members = cluster.machines(.controlPlane).map(\.id)
    endpoints = [cluster.apiServer]
  }

  var summary: String { "an entrance" }
  var addresses: [NetworkAddress] { [vip] }
  var facts: [Fact] { [] }

  static func zone(on machines: KubesprayExample.Machines) -> DNSZone {
    DNSZone("home.lab") { DNSRecord("api", .a(machines.lan["192.168.10.250"])) }
  }
}
