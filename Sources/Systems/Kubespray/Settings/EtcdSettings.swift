import LabModel

/// How the members of etcd run: as systemd services on their machines.
///
/// The defaults are kubespray's own at 2.31.0, except that it keeps every backup it makes.
public struct EtcdSettings: Sendable, Hashable {
  /// Where a member keeps its data: a local disk, never the network (a write must reach it within 10 ms).
  public var dataDirectory: String
  /// How large the database may grow before etcd takes no more writes.
  public var quota: DataSize
  /// How often the leader says that it lives, in milliseconds.
  public var heartbeatMilliseconds: Int
  /// How long a member waits for the leader before it calls an election, in milliseconds.
  public var electionTimeoutMilliseconds: Int
  /// How many of the snapshots that kubespray takes before it restarts etcd are kept on each member, in `/var/backups`.
  public var keptBackups: Int

  /// States how etcd runs.
  ///
  /// - Parameters:
  ///   - dataDirectory: An absolute path on a local disk.
  ///   - quota: 2 GiB to 8 GiB; 2 GiB is etcd's default, 8 GiB what its manual recommends at most.
  ///   - heartbeatMilliseconds: 100 to 1000; about the slowest round trip between two members, disk included.
  ///   - electionTimeoutMilliseconds: 5 to 50 heartbeats, at most 50,000 (etcd's own limits).
  ///   - keptBackups: 1 or more.
  public init(
    dataDirectory: String = "/var/lib/etcd", quota: DataSize = .gib(2), heartbeatMilliseconds: Int = 250,
    electionTimeoutMilliseconds: Int = 5000, keptBackups: Int = 7
  ) {
    self.dataDirectory = dataDirectory
    self.quota = quota
    self.heartbeatMilliseconds = heartbeatMilliseconds
    self.electionTimeoutMilliseconds = electionTimeoutMilliseconds
    self.keptBackups = keptBackups
  }
}
