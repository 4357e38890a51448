/// The secrets of a plan, read from the environment when a run begins.
enum RunSecrets {
  /// The values by the names of their variables.
  ///
  /// - Throws: ``RunRefusal`` naming every variable that is not set, or too short to be found in output.
  static func read(_ names: [String], from environment: [String: String]) throws -> [String: String] {
    var values: [String: String] = [:]
    var problems: [String] = []
    for name in names {
      guard let value = environment[name], !value.isEmpty else {
        problems.append("the environment variable '\(name)' is not set")
        continue
      }
      if value.utf8.count < Redactor.shortest {
        problems.append("the value of '\(name)' is too short to be kept out of the output")
      }
      values[name] = value
    }
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    return values
  }
}
