/// Keys and values in the order in which they were written; a key stands once.
public struct Mapping: Sendable, Hashable {
  /// One key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public internal(set) var value: Node
  }

  /// The entries in order.
  public private(set) var entries: [Entry] = []

  /// No entries.
  public init() {}

  /// Takes entries in this order.
  ///
  /// Those without a value are left out; of those with the same key the last value stands, at the place of the first.
  public init(_ pairs: [(String, Node?)]) {
    entries.reserveCapacity(pairs.count)
    guard pairs.count > 16 else {
      for case (let key, let value?) in pairs { self[key] = value }
      return
    }
    var places: [[UInt8]: Int] = [:]
    for case (let key, let value?) in pairs {
      if let place = places[Array(key.utf8)] {
        entries[place].value = value
      } else {
        places[Array(key.utf8)] = entries.count
        entries.append(Entry(key: key, value: value))
      }
    }
  }

  /// The value of a key; setting nil removes the entry.
  ///
  /// Keys are the same when their bytes are: `é` can be written in two ways, and a file tells them apart.
  public subscript(key: String) -> Node? {
    get { index(of: key).map { entries[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  private func index(of key: String) -> Int? {
    entries.firstIndex { $0.key.utf8.count == key.utf8.count && $0.key.utf8.elementsEqual(key.utf8) }
  }
}
