import Diagnostics
import LabModel

/// What may stand in the braces of a ``KubesprayCluster``.
public protocol KubesprayPart: Sendable {
  /// The machine it is about.
  var machine: any Machine { get }
  /// What the machine does in the cluster.
  var roles: Set<ClusterNode.Role> { get }
  /// Where it was declared.
  var declared: SourceLocation { get }
}

/// A machine that runs the API server, the scheduler, the controllers, and a member of etcd.
///
/// ```swift
/// ControlPlane(km01)
/// ```
///
/// The first one listed is special to kubespray: append new ones, never put one before it.
public struct ControlPlane: KubesprayPart {
  /// The machine.
  public let machine: any Machine
  /// Control plane, and etcd unless said otherwise.
  public let roles: Set<ClusterNode.Role>
  /// Where it was declared.
  public let declared: SourceLocation

  /// Puts a machine into the control plane.
  ///
  /// - Parameters:
  ///   - machine: A VM or a bare-metal host.
  ///   - etcd: Whether it also runs a member of etcd; false where ``EtcdMember`` machines do.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ machine: any Machine, etcd: Bool = true, file: StaticString = #fileID, line: UInt = #line) {
    self.machine = machine
    self.roles = etcd ? [.controlPlane, .etcd] : [.controlPlane]
    self.declared = SourceLocation(file, line)
  }
}

/// A machine that runs workloads.
///
/// ```swift
/// Worker(kube01)
/// ```
///
/// A machine listed as both ``ControlPlane`` and ``Worker`` does both.
public struct Worker: KubesprayPart {
  /// The machine.
  public let machine: any Machine
  /// Worker.
  public var roles: Set<ClusterNode.Role> { [.worker] }
  /// Where it was declared.
  public let declared: SourceLocation

  /// Puts a machine among the workers.
  ///
  /// - Parameters:
  ///   - machine: A VM or a bare-metal host.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ machine: any Machine, file: StaticString = #fileID, line: UInt = #line) {
    self.machine = machine
    self.declared = SourceLocation(file, line)
  }
}

/// A machine that runs a member of etcd and nothing else of the cluster.
///
/// ```swift
/// EtcdMember(etcd01)
/// ```
public struct EtcdMember: KubesprayPart {
  /// The machine.
  public let machine: any Machine
  /// etcd.
  public var roles: Set<ClusterNode.Role> { [.etcd] }
  /// Where it was declared.
  public let declared: SourceLocation

  /// Puts a machine among the members of etcd.
  ///
  /// - Parameters:
  ///   - machine: A VM or a bare-metal host.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ machine: any Machine, file: StaticString = #fileID, line: UInt = #line) {
    self.machine = machine
    self.declared = SourceLocation(file, line)
  }
}
