/// Keys and values in the order in which they were written; a key stands once.
public struct ComposeMapping: Sendable, Hashable {
  /// The keys in order.
  public private(set) var keys: [String] = []
  private var values: [String: ComposeNode] = [:]

  /// No entries.
  public init() {}

  /// Takes entries in this order; those without a value are left out, of equal keys the last value stands.
  public init(_ entries: [(String, ComposeNode?)]) {
    for case (let key, let value?) in entries { self[key] = value }
  }

  /// The value of a key; setting nil removes the entry.
  public subscript(key: String) -> ComposeNode? {
    get { values[key] }
    set {
      if let newValue {
        if values.updateValue(newValue, forKey: key) == nil { keys.append(key) }
      } else if values.removeValue(forKey: key) != nil {
        keys.removeAll { $0 == key }
      }
    }
  }

  /// Keys and values in order.
  public var entries: [(key: String, value: ComposeNode)] {
    keys.compactMap { key in values[key].map { (key, $0) } }
  }

  /// Whether there is no entry.
  public var isEmpty: Bool { keys.isEmpty }

  /// The same keys with other values; keys whose value becomes nil are left out.
  func compactMapValues(_ transform: (String, ComposeNode) -> ComposeNode?) -> ComposeMapping {
    ComposeMapping(entries.map { ($0.key, transform($0.key, $0.value)) })
  }
}
