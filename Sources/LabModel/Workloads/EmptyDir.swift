import Diagnostics

/// A folder that lives as long as its pod: caches, sockets, tmpfs, `/dev/shm`.
///
/// ```swift
/// EmptyDir("cache", at: "/var/cache/nginx", limit: .gib(1))
/// EmptyDir("run", at: "/run", inMemory: true)
/// EmptyDir.sharedMemory(.mib(256))
/// ```
public struct EmptyDir: Sendable, Hashable {
  /// Its name within the service.
  public let name: String
  /// Where the first container sees it; nil where only a ``Mount`` says so.
  public let mount: Mount?
  /// The most that it may hold; nil for no limit.
  public let limit: DataSize?
  /// Whether it lies in memory (tmpfs), which counts as the container's memory.
  public let isInMemory: Bool
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a folder.
  ///
  /// - Parameters:
  ///   - name: Its name within the service, a DNS label.
  ///   - path: Where the first container sees it; nowhere unless said otherwise.
  ///   - limit: The most that it may hold; no limit unless said otherwise.
  ///   - isInMemory: Whether it lies in memory (tmpfs); on the node's disk unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at path: String? = nil, limit: DataSize? = nil, inMemory isInMemory: Bool = false,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.declared = SourceLocation(file, line)
    self.mount = path.map { [declared] in Mount(name, at: $0, declared: declared) }
    self.limit = limit
    self.isInMemory = isInMemory
  }

  /// The shared memory of the first container, `/dev/shm`, larger than the 64 MiB that runtimes give.
  public static func sharedMemory(
    _ size: DataSize, file: StaticString = #fileID, line: UInt = #line
  ) -> EmptyDir {
    EmptyDir("dshm", at: "/dev/shm", limit: size, inMemory: true, file: file, line: line)
  }
}
