import Diagnostics
import LabModel

/// A container of a service.
///
/// ```swift
/// Container("lscr.io/linuxserver/qbittorrent:5.1.2", port: 8080, ports: [.tcp(6881), .udp(6881)])
/// ```
public struct Container: ServicePart {
  /// The image with its tag or digest.
  public let image: String
  /// The ports it listens on, the main one first.
  public let ports: [Port]
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a container.
  ///
  /// - Parameters:
  ///   - image: The image with its tag or digest; `latest` and no tag are reported.
  ///   - port: The TCP port of its main interface, 1 to 65535; none where it only calls others.
  ///   - ports: Further ports.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ image: String, port: Int? = nil, ports: [Port] = [], file: StaticString = #fileID, line: UInt = #line
  ) {
    self.image = image
    self.ports = (port.map { [Port.tcp($0)] } ?? []) + ports
    self.declared = SourceLocation(file, line)
  }
}
