import TestNumbers
import Testing

@testable import LabModel

@Suite("Values found by address")
struct AddressIndexTests {
  typealias Stretch = (range: ClosedRange<IPv4Address>, value: Int)

  /// Stretches of many lengths, nested, overlapping and apart; the same for the same seed.
  static func stretches(_ count: Int, seed: Int) -> [Stretch] {
    var numbers = SeededNumbers(seed)
    return (0..<count).map { number in
      let first = UInt32(numbers.int(0...999))
      let length = UInt32(numbers.int(0...(number % 5 == 0 ? 299 : 11)))
      return (IPv4Address(bits: first)...IPv4Address(bits: first + length), number)
    }
  }

  @Test("it answers what looking at every stretch answers", arguments: [0, 1, 2, 3, 40, 200])
  func agreesWithLookingAtAll(count: Int) {
    for seed in 1...20 {
      let stretches = Self.stretches(count, seed: seed)
      let index = AddressIndex(stretches)
      for bits in 0...1_320 as ClosedRange<UInt32> {
        let address = IPv4Address(bits: bits)
        #expect(index.first(containing: address) == stretches.first { $0.range.contains(address) }?.value)
      }
      for asked in Self.stretches(50, seed: seed + 100) {
        let expected = stretches.filter { $0.range.overlaps(asked.range) }.map(\.value)
        #expect(index.values(overlapping: asked.range) == expected)
      }
    }
  }

  @Test("the ends of all addresses are addresses too")
  func knowsTheEnds() {
    let all = IPv4Address(bits: 0)...IPv4Address(bits: .max)
    let index = AddressIndex([(range: all, value: "everything")])
    #expect(index.first(containing: IPv4Address(bits: .max)) == "everything")
    #expect(index.values(overlapping: all) == ["everything"])
  }
}
