import Blueprint
import Emitters

/// How every tool checks its files.
///
/// - Parameters:
///   - blueprint: What systems contributed.
///   - kubespray: A checkout of kubespray, an absolute path: with one, kubespray validates its inventories as well.
/// - Returns: The calls, in the order of the emitters.
public func verifications(of blueprint: Blueprint, kubespray: String? = nil) -> [Verification] {
  emitters(of: blueprint.lab).flatMap { $0.verifications(of: blueprint) }
    + (kubespray.map { KubesprayEmitter.validations(of: blueprint, checkout: $0) } ?? [])
}
