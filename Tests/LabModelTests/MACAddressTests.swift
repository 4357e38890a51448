import LabModel
import Testing

@Suite("MAC addresses")
struct MACAddressTests {
  @Test(
    "six pairs are read in either case and printed in upper case",
    arguments: [("bc:24:11:00:0a:ff", "BC:24:11:00:0A:FF"), ("00:00:00:00:00:00", "00:00:00:00:00:00")])
  func read(text: String, printed: String) throws {
    #expect(try #require(MACAddress(text)).description == printed)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "AABBCCDDEEFF", "aa-bb-cc-dd-ee-ff", "aa:bb:cc:dd:ee", "aa:bb:cc:dd:ee:ff:00", "aa:bb:cc:dd:ee:fg",
      "a:bb:cc:dd:ee:ff", "+a:bb:cc:dd:ee:ff", "aa:bb:cc:dd:ee:", "\u{FF41}a:bb:cc:dd:ee:ff",
    ])
  func refused(text: String) {
    #expect(MACAddress(text) == nil)
  }

  @Test("the two lowest bits of the first octet tell groups and made-up addresses")
  func bits() throws {
    #expect(try #require(MACAddress("01:00:5e:00:00:01")).isMulticast)
    #expect(try #require(MACAddress("52:54:00:00:00:01")).isLocal)
    let bought = try #require(MACAddress("BC:24:11:00:00:01"))
    #expect(!bought.isMulticast && !bought.isLocal && bought.vendor == 0xBC2411)
  }
}
