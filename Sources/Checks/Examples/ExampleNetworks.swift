import LabLanguage
import LabModel

extension ResolvedLab {
  /// A lab of one network, with these parts and settings.
  static func lan(
    dns: [String] = [], ntp: [String] = [], mtu: Int = 1500,
    @Parts<any NetworkPart> _ parts: () -> [any NetworkPart] = { [] }
  ) -> ResolvedLab {
    .bare {
      Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: dns, ntp: ntp, mtu: mtu, parts: parts)
    }
  }

  /// A lab whose domain name server has these records.
  static func zone(@Parts<DNSRecord> _ records: () -> [DNSRecord]) -> ResolvedLab {
    .example { DNSZone("home.lab", records: records) }
  }
}
