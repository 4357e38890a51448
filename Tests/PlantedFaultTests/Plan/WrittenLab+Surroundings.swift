import LabLanguage
import LabModel
import Systems

/// What a lab has beside machines, clusters and services, and what its machines and services have beside their names.
extension WrittenLab {
  /// Routers, peers, zones, VPNs, repositories, raw objects and the rest, each with a line of its own.
  func surroundings(of clusters: [KubesprayCluster]) -> [any Component] {
    var things: [any Component] = plan.routers.enumerated().map { number, router in
      Router(router.name, on: machine(router.computer), file: Self.file, line: UInt(10_000 + number))
    }
    if let cluster = clusters.first {
      things += plan.peers.enumerated().map { number, peer in
        BGPPeer(
          peer.name, of: cluster, at: address(peer.place), asn: peer.asn, localASN: peer.localASN,
          holdTime: peer.holdTime, multihop: peer.isFar, file: Self.file, line: UInt(10_100 + number))
      }
      things += plan.rawObjects.enumerated().map { number, object in
        Native(
          "raw\(number)", .kubernetes(cluster), because: "a trial", object, file: Self.file,
          line: UInt(10_200 + number))
      }
    }
    things += plan.zones.enumerated().map { zone($1, line: UInt(11_000 + 200 * $0)) }
    things += plan.vpns.enumerated().map { vpn($1, line: UInt(10_300 + 20 * $0)) }
    things += plan.repositories.enumerated().map { number, repository in
      GitRepository(
        repository.name, at: repository.url, knownHosts: repository.knownHosts, file: Self.file,
        line: UInt(10_400 + number))
    }
    return things + plan.others
  }

  private func address(_ place: LabPlan.Place) -> NetworkAddress { networks[place.net][place.text] }

  private func zone(_ zone: LabPlan.ZonePlan, line: UInt) -> DNSZone {
    DNSZone(zone.domain, file: Self.file, line: line) {
      for (number, record) in zone.records.enumerated() {
        DNSRecord(record.name, data(record.data), file: Self.file, line: line + 1 + UInt(number))
      }
    }
  }

  private func data(_ data: LabPlan.RecordPlan.Data) -> DNSRecord.Data {
    switch data {
    case .place(let place): .a(address(place))
    case .text(let text): .a(text)
    case .alias(let name): .cname(name)
    }
  }

  private func vpn(_ vpn: LabPlan.VPNPlan, line: UInt) -> VPN {
    VPN(vpn.name, "10.99.0.0/24", mtu: vpn.mtu, file: Self.file, line: line) {
      for (number, site) in vpn.sites.enumerated() {
        Site(
          site.name, at: site.address, on: site.computer.map(machine), endpoint: site.endpoint, port: site.port,
          networks: site.nets.map { networks[$0] }, lans: site.lans, file: Self.file, line: line + 1 + UInt(number))
      }
    }
  }

  /// A host with its bridges.
  static func host(
    _ host: LabPlan.Host, _ at: (LabPlan.Place) -> NetworkAddress, line: UInt
  ) -> ProxmoxHost {
    ProxmoxHost(
      host.name, at: at(host.place), cores: host.cores, memory: .gib(host.memory), file: file, line: line
    ) {
      for bridge in host.bridges {
        Bridge(
          bridge.name, at: bridge.place.map(at), vlans: bridge.vlans, nativeVLAN: bridge.native, mtu: bridge.mtu,
          file: file, line: line)
      }
    }
  }

  /// The further interfaces of a machine.
  static func interfaces(
    _ interfaces: [LabPlan.Interface], _ at: @escaping (LabPlan.Place) -> NetworkAddress
  ) -> () -> [any MachinePart] {
    { interfaces.map { NIC(at($0.place), mac: $0.mac, mtu: $0.mtu, file: file) } }
  }

  /// What keeps a service's pods running, and their cache.
  func workload(_ workload: LabPlan.Workload, line: UInt) -> [any ServicePart] {
    var parts: [any ServicePart] = []
    if let replicas = workload.replicas { parts.append(Deployment(replicas: replicas, file: Self.file, line: line)) }
    if workload.isOnEveryNode { parts.append(DaemonSet(file: Self.file, line: line)) }
    if !workload.mounts.isEmpty { parts.append(EmptyDir("cache", file: Self.file, line: line)) }
    parts += workload.mounts.map { Mount($0.volume, at: $0.path, file: Self.file, line: line) }
    if let alias = workload.alias { parts.append(Alias(alias, file: Self.file, line: line)) }
    return parts
  }
}
