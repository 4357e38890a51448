import Synchronization

/// Keeps what was once derived from a value that never changes, by type.
final class Memo: Sendable {
  private let kept = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// What was kept of a type, or what is made now.
  func value<Value: Sendable>(_ make: () -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    if let known = kept.withLock({ $0[key] as? Value }) { return known }
    // Made outside of the lock, so that one derivation may ask for another; made twice, it is the same.
    let value = make()
    kept.withLock { $0[key] = value }
    return value
  }
}
