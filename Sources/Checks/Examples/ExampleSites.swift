import LabLanguage
import LabModel

extension Example {
  static let home = Site("home", at: "10.99.0.1", endpoint: "vpn.example.org", networks: [lan])
  static let cabin = Site("cabin", at: "10.99.0.2", lans: ["192.168.50.0/24"])
}

extension ResolvedLab {
  /// A lab with a VPN between these sites, and a network of guests.
  static func sites(mtu: Int = 1420, @Parts<Site> _ sites: () -> [Site]) -> ResolvedLab {
    .example {
      Example.guests
      VPN("family", "10.99.0.0/24", mtu: mtu, sites: sites)
    }
  }
}
