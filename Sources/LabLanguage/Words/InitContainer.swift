import Diagnostics
import LabModel

extension InitContainer {
  /// A container that runs before the others of its pod.
  ///
  /// ```swift
  /// InitContainer("docker.io/library/busybox:1.37.0", name: "chown", command: ["chown", "-R", "1000", "/data"]) {
  ///   Mount("data", at: "/data")
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - image: The image with its tag or digest.
  ///   - name: Its name in the pod, a DNS label.
  ///   - port: The TCP port of its main interface; only a sidecar has one.
  ///   - command: What runs instead of the image's entry point.
  ///   - arguments: Its arguments.
  ///   - workingDirectory: The folder it starts in; the image's unless said otherwise.
  ///   - pullPolicy: When the image is asked for at its registry.
  ///   - isSidecar: Whether it stays, beside the others, instead of ending before they start.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: ``LabModel/Environment``, ``LabModel/Mount`` and what else is a ``ContainerPart``.
  public init(
    _ image: String, name: String, port: Int? = nil, command: [String] = [], arguments: [String] = [],
    workingDirectory: String? = nil, pullPolicy: Container.PullPolicy? = nil, isSidecar: Bool = false,
    file: StaticString = #fileID, line: UInt = #line,
    @Parts<any ContainerPart> parts: () -> [any ContainerPart] = { [] }
  ) {
    self.init(
      Container(
        image, port: port, name: name, command: command, arguments: arguments, workingDirectory: workingDirectory,
        pullPolicy: pullPolicy, file: file, line: line, parts: parts),
      isSidecar: isSidecar)
  }
}
