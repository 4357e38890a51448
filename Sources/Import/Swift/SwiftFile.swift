/// A Swift file that an import gives.
public struct SwiftFile: Sendable, Hashable {
  /// Its name: `KubernetesMedia.swift`.
  public let name: String
  /// Its text, which ends with a newline.
  public let text: String

  /// Names a file and its text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
