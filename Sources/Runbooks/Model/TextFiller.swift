/// Takes a step's texts from one stage to the next, each as its place needs it.
protocol TextFiller {
  associatedtype From: Sendable & Hashable
  associatedtype To: Sendable & Hashable

  /// A text for people: a list's words are joined by commas.
  mutating func prose(_ text: From) -> To
  /// A script: every value is quoted for bash.
  mutating func shell(_ text: From) -> To
  /// One value as it is: a path, an address, a thing to compare with.
  mutating func value(_ text: From) -> To
  /// Words: as many as a list has, else one.
  mutating func words(_ text: From) -> [To]
  /// The name of a host.
  mutating func host(_ text: From, line: Int) -> To
  /// The name of a user.
  mutating func user(_ text: From) -> To
}
