#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a host is reached: with the person's own configuration, keys, agent and known hosts.
struct SSHConnection: Sendable {
  /// How long a host may take to accept a connection, in seconds; apart from the time a work may take.
  static let connectSeconds = 10
  /// How long a connection is kept for the next work on the same host, in seconds.
  static let keptSeconds = 10

  let host: String
  var user: String?
  /// The file that says where hosts are, in the place of the person's configuration: those of a stage.
  var configuration: String?

  /// ssh's arguments for a bash on the host that reads its script on standard input.
  ///
  /// Without a terminal ssh cannot ask, so it must fail rather than wait for an answer nobody sees. A host that has gone
  /// silent is given up after a minute.
  var arguments: [String] {
    var options = [
      "BatchMode=yes", "ConnectTimeout=\(Self.connectSeconds)", "ServerAliveInterval=15", "ServerAliveCountMax=4",
    ]
    if configuration != nil {
      // A connection to the real host of the same name must not be taken for one to the stage.
      options.append("ControlPath=none")
    } else if let folder = Self.socketFolder {
      options += ["ControlMaster=auto", "ControlPersist=\(Self.keptSeconds)", "ControlPath=\(folder)/%C"]
    }
    let file = configuration.map { ["-F", $0] } ?? []
    return ["-T"] + file + options.flatMap { ["-o", $0] } + (user.map { ["-l", $0] } ?? []) + ["--", host]
      + WorkScript.shell
  }

  /// The folder of the sockets by which connections are used again, for this user only; nothing where it cannot be had.
  ///
  /// It stands in /tmp, because the path of a socket has at most about 100 bytes.
  private static let socketFolder: String? = {
    let path = "/tmp/rackbook-ssh-\(getuid())"
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { return nil }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid(),
      status.st_mode & 0o077 == 0
    else { return nil }
    return path
  }()
}
