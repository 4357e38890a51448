import Diagnostics
import Testing

@testable import LabModel

@Suite("Addresses")
struct AddressTests {
  @Test(
    "dotted decimal is read strictly",
    arguments: [
      "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.-4", "1.2.3.4 ", "a.b.c.d", "1..2.3", "+1.2.3.4",
      "٣.2.3.4",
      "99999999999999999999.1.1.1",
    ])
  func refuses(text: String) {
    #expect(IPv4Address(text) == nil)
  }

  @Test("an address is printed as it was read", arguments: ["0.0.0.0", "192.168.10.250", "255.255.255.255"])
  func roundTrip(text: String) {
    #expect(IPv4Address(text)?.description == text)
  }

  @Test(
    "a network knows its ends",
    arguments: [
      ("192.168.10.0/24", "192.168.10.0", "192.168.10.255", 256), ("10.0.0.0/8", "10.0.0.0", "10.255.255.255", 1 << 24),
      ("10.1.2.3/32", "10.1.2.3", "10.1.2.3", 1), ("0.0.0.0/0", "0.0.0.0", "255.255.255.255", 1 << 32),
      ("192.168.10.77/26", "192.168.10.64", "192.168.10.127", 64),
    ])
  func ends(cidr: String, first: String, last: String, count: Int) throws {
    let network = try #require(IPv4Network(cidr))
    #expect(network.address.description == first)
    #expect(network.broadcast.description == last)
    #expect(network.count == count)
  }

  @Test(
    "what is no CIDR gives none",
    arguments: ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "/8", "a/8", "1.2.3.4/8/8"])
  func noNetwork(cidr: String) {
    #expect(IPv4Network(cidr) == nil)
  }

  @Test("membership and overlap agree with counting, on small networks")
  func bruteForce() {
    let networks = (28...31).flatMap { prefix in
      stride(from: 0, to: 32, by: 4).map { offset in
        IPv4Network(containing: IPv4Address(bits: 0x0A00_0000 + UInt32(offset)), prefix: prefix)
      }
    }
    let addresses = (0..<40).map { IPv4Address(bits: 0x0A00_0000 + UInt32($0)) }
    for left in networks {
      let members = addresses.filter { left.contains($0) }
      #expect(members == addresses.filter { left.address <= $0 && $0 <= left.broadcast })
      for right in networks {
        #expect(left.overlaps(right) == members.contains { right.contains($0) })
      }
    }
  }
}
