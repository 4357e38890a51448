import Diagnostics
import LabModel

extension Container {
  /// A container of a service.
  ///
  /// ```swift
  /// Container("lscr.io/linuxserver/qbittorrent:5.1.2", port: 8080, ports: [.tcp(6881), .udp(6881)])
  /// Container("docker.io/library/redis:8.2.2", port: 6379, name: "cache", arguments: ["--save", ""]) {
  ///   Resources(memory: .mib(128), memoryLimit: .mib(256))
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - image: The image with its tag or digest; `latest` and no tag are reported.
  ///   - port: The TCP port of its main interface, 1 to 65535; none where it only calls others.
  ///   - ports: Further ports.
  ///   - name: Its name in the pod, a DNS label; the service's for the first one unless said otherwise.
  ///   - command: What runs instead of the image's entry point.
  ///   - arguments: Its arguments; the image's unless said otherwise, and none where there is a command.
  ///   - workingDirectory: The folder it starts in; the image's unless said otherwise.
  ///   - pullPolicy: When the image is asked for at its registry.
  ///   - stopSignal: The signal that tells it to stop, such as `SIGINT`; the image's unless said otherwise.
  ///   - keepsInputOpen: Whether its standard input is kept open.
  ///   - hasTerminal: Whether it has a terminal.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: ``LabModel/Environment``, ``LabModel/Mount``, ``LabModel/Probe`` and what else is a ``ContainerPart``.
  public init(
    _ image: String, port: Int? = nil, ports: [Port] = [], name: String? = nil, command: [String] = [],
    arguments: [String] = [], workingDirectory: String? = nil, pullPolicy: PullPolicy? = nil,
    stopSignal: String? = nil, keepsInputOpen: Bool = false, hasTerminal: Bool = false, file: StaticString = #fileID,
    line: UInt = #line, @Parts<any ContainerPart> parts: () -> [any ContainerPart] = { [] }
  ) {
    self.init(
      image: image, ports: (port.map { [Port.tcp($0)] } ?? []) + ports, name: name, command: command,
      arguments: arguments, workingDirectory: workingDirectory, pullPolicy: pullPolicy, stopSignal: stopSignal,
      keepsInputOpen: keepsInputOpen, hasTerminal: hasTerminal, declared: SourceLocation(file, line))
    for part in parts() { part.join(&settings) }
  }
}
