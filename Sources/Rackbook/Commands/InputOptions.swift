import ArgumentParser

/// Values of a runbook's inputs, on the command line.
struct InputOptions: ParsableArguments {
  @Option(help: "An input's value, NAME=VALUE; may be given several times.")
  var input: [String] = []

  /// The values by their names; of one that is given twice the last.
  var values: [String: String] {
    Dictionary(input.compactMap(Self.pair), uniquingKeysWith: { $1 })
  }

  func validate() throws {
    for text in input where Self.pair(text) == nil { throw ValidationError("'\(text)' is not NAME=VALUE") }
  }

  private static func pair(_ text: String) -> (String, String)? {
    text.firstIndex(of: "=").map { (String(text[..<$0]), String(text[text.index(after: $0)...])) }
  }
}
