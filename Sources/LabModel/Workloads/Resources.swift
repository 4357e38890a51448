import Diagnostics

/// What a container is promised, and what it may take at most.
///
/// ```swift
/// Resources(cpu: .millicores(100), memory: .mib(256), memoryLimit: .gib(1))
/// Resources(cpu: .cores(2), memory: .gib(4), devices: ["nvidia.com/gpu": 1])
/// ```
public struct Resources: Sendable, Hashable {
  /// Devices of one kind that a plugin of the cluster hands out.
  public struct Device: Sendable, Hashable {
    /// The kind, such as `nvidia.com/gpu`.
    public let name: String
    /// How many.
    public let count: Int
  }

  /// The processor time that is kept free for it.
  public let cpu: CPU?
  /// The memory that is kept free for it.
  public let memory: DataSize?
  /// The space on the node's disk that is kept free for it.
  public let ephemeralStorage: DataSize?
  /// The most processor time; more is throttled.
  public let cpuLimit: CPU?
  /// The most memory; with more it is killed.
  public let memoryLimit: DataSize?
  /// The most space on the node's disk; with more it is evicted.
  public let ephemeralStorageLimit: DataSize?
  /// Devices, in the order that was written.
  public let devices: [Device]
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares what a container gets.
  ///
  /// - Parameters:
  ///   - cpu: The processor time that is kept free for it.
  ///   - memory: The memory that is kept free for it.
  ///   - ephemeralStorage: The space on the node's disk that is kept free for it.
  ///   - cpuLimit: The most processor time; no limit unless said otherwise.
  ///   - memoryLimit: The most memory; no limit unless said otherwise.
  ///   - ephemeralStorageLimit: The most space on the node's disk; no limit unless said otherwise.
  ///   - devices: Devices that a plugin of the cluster hands out, such as `["nvidia.com/gpu": 1]`.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    cpu: CPU? = nil, memory: DataSize? = nil, ephemeralStorage: DataSize? = nil, cpuLimit: CPU? = nil,
    memoryLimit: DataSize? = nil, ephemeralStorageLimit: DataSize? = nil, devices: KeyValuePairs<String, Int> = [:],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.cpu = cpu
    self.memory = memory
    self.ephemeralStorage = ephemeralStorage
    self.cpuLimit = cpuLimit
    self.memoryLimit = memoryLimit
    self.ephemeralStorageLimit = ephemeralStorageLimit
    self.devices = devices.map { Device(name: $0.key, count: $0.value) }
    self.declared = SourceLocation(file, line)
  }
}
