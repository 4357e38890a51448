import LabLanguage
import LabModel

extension ResolvedLab {
  /// A lab with a host that has these bridges.
  static func bridged(@Parts<any HostPart> _ bridges: () -> [any HostPart]) -> ResolvedLab {
    .example {
      Example.storage
      ProxmoxHost("pve3", at: Example.lan["192.168.10.23"], cores: 8, memory: .gib(32), parts: bridges)
    }
  }

  /// A lab with a host that has this bridge, or tells of none, with a VM on the LAN and one on this network.
  static func plugged(into bridge: Bridge? = nil, on network: Network = Example.guests) -> ResolvedLab {
    let pve = ProxmoxHost("pve3", at: Example.lan["192.168.10.23"], cores: 8, memory: .gib(32)) {
      if let bridge { bridge }
    }
    return .example {
      network
      pve
      Example.vm("web", id: 131, on: pve, at: Example.lan["192.168.10.31"])
      Example.vm("kiosk", id: 132, on: pve, at: network["192.168.20.32"])
    }
  }
}
