import Testing

/// The program that runs a plan as its own process; built beside the tests.
enum Probe {
  static var path: String {
    get throws {
      let bundle = try #require(CommandLine.arguments.first { $0.contains(".xctest") }, "the test bundle's path")
      let upToBundle = bundle.split(separator: "/", omittingEmptySubsequences: false).prefix {
        !$0.hasSuffix(".xctest")
      }
      return upToBundle.joined(separator: "/") + "/runbook-probe"
    }
  }
}
