import Diagnostics

/// The values that a generated lab is made of, each under a name and with the line that it is written on, so that a test
/// can change one of them and knows where.
final class Knobs {
  /// A value that a lab asked for.
  struct Knob: Hashable {
    var name: String
    var line: UInt
    var value: Int
  }

  /// What was asked for, in order.
  private(set) var asked: [Knob] = []
  private let changed: String?

  /// - Parameter changed: The name of the value that is one more than it would be.
  init(changing changed: String? = nil) { self.changed = changed }

  /// Things of which there are several alike: one or two of each stand for all.
  private static let alike = ["node1", "node2", "node4", "app1", "app2", "pve1"]

  /// The value of a name, one more where it is the one to change.
  func callAsFunction(_ name: String, _ line: UInt, _ value: Int) -> Int {
    if Self.alike.contains(where: name.hasPrefix) { return value }
    asked.append(Knob(name: name, line: line, value: value))
    return name == changed ? value + 1 : value
  }
}
