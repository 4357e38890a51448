import Blueprint
import Emitters

/// How every tool checks its files.
public func verifications(of blueprint: Blueprint) -> [Verification] {
  emitters.flatMap { $0.verifications(of: blueprint) }
}
