import Diagnostics

/// What a person decides about an import.
public struct ImportOptions: Sendable, Hashable {
  /// The Swift name of a cluster that the lab has already; workloads go into it.
  public var cluster: String?
  /// The Swift name of a storage class that the lab has already; volumes are taken from it.
  public var storage: String?
  /// The Swift name of a machine that the lab has already; containers without a cluster run on it.
  public var machine: String?
  /// Where placeholders of secrets point to: the first part of their path in Vault.
  public var secretPath: String
  /// The cluster that another source of the same import has.
  var foundCluster: ThingID?
  /// A machine that another source of the same import has.
  var foundMachine: ThingID?

  /// Takes the decisions.
  ///
  /// - Parameters:
  ///   - cluster: The Swift name of a cluster of the lab.
  ///   - storage: The Swift name of a storage class of the lab.
  ///   - machine: The Swift name of a machine of the lab.
  ///   - secretPath: The first part of the path of secrets; `imported` unless said otherwise.
  public init(
    cluster: String? = nil, storage: String? = nil, machine: String? = nil, secretPath: String = "imported"
  ) {
    self.cluster = cluster
    self.storage = storage
    self.machine = machine
    self.secretPath = secretPath
  }
}
