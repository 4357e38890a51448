import Testing

@testable import Documents

@Suite("The order of bytes")
struct ByteOrderTests {
  @Test(
    "texts stand in the order of their bytes, not of their characters",
    arguments: [
      ("a", "b"), ("a", "aa"), ("", "a"), ("Z", "a"), ("a-b", "a.b"),
      // An accent that is written as a character of its own comes before one that is part of its letter.
      ("e\u{301}", "\u{E9}"),
    ])
  func ordersByBytes(first: String, second: String) {
    #expect(first.precedesInBytes(second))
    #expect(!second.precedesInBytes(first))
    #expect(!first.precedesInBytes(first))
  }
}
