/// The variables that one file sees; an included file has its own.
struct VariableScope {
  /// The values by name.
  private(set) var values: [String: String]

  init(_ values: [String: String]) {
    self.values = values
  }

  /// The same scope with more variables; what is set already stays.
  func adding(_ others: [String: String]) -> VariableScope {
    VariableScope(values.merging(others) { own, _ in own })
  }

  /// The value of a variable.
  func callAsFunction(_ name: String) -> String? { values[name] }
}
