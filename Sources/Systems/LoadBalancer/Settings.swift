import LabModel

extension LoadBalancer {
  /// Times and ports of a load balancer.
  public struct Settings: Sendable, Hashable {
    /// How long a silent member is waited for before it is declared lost, in milliseconds.
    public var token: Int
    /// How often nginx and the address are looked at.
    public var monitor: Interval
    /// The port that answers `/health`, and `/nginx_status` for the machine itself.
    public var healthPort: Int
    /// How long a backend may take to accept a connection before the next one is tried.
    public var connect: Interval
    /// How long a fronted connection may be silent.
    public var idle: Interval

    /// Chooses times and ports.
    ///
    /// - Parameters:
    ///   - token: In milliseconds, 500 to 30000; 1000 unless said otherwise. Measured after power loss: 3.7 to 5.1 s without
    ///     the address with 1000, 8.3 to 9.1 s with Corosync's own 3000.
    ///   - monitor: Two seconds unless said otherwise. Measured after nginx was killed: back within 2.6 s.
    ///   - healthPort: 8888 unless said otherwise.
    ///   - connect: Two seconds unless said otherwise; nginx's own 60 s would stall clients for a minute behind a control
    ///     plane without power.
    ///   - idle: Ten minutes unless said otherwise, which is nginx's own: Kubernetes' watches are silent for minutes.
    public init(
      token: Int = 1000, monitor: Interval = .seconds(2), healthPort: Int = 8888, connect: Interval = .seconds(2),
      idle: Interval = .minutes(10)
    ) {
      self.token = token
      self.monitor = monitor
      self.healthPort = healthPort
      self.connect = connect
      self.idle = idle
    }
  }
}
