import GraphvizShim
import Synchronization

/// Graphviz in process: a graph as DOT text in, a picture as SVG out.
///
/// The same text gives the same picture, byte for byte, on every machine with the same version of Graphviz, whatever
/// fonts it has. One picture is drawn at a time: Graphviz is not thread-safe.
public enum Graphviz {
  /// How nodes find their places.
  public enum Engine: String, Sendable, CaseIterable {
    /// In layers, along the edges; keeps clusters together.
    case dot
    /// By springs between all nodes; slow beyond some hundred nodes.
    case neato
    /// By springs; keeps clusters together.
    case fdp
    /// By springs, for thousands of nodes; ignores clusters.
    case sfdp
    /// Clusters as packed boxes; edges play no part.
    case osage
  }

  /// A picture, and what Graphviz warned of while drawing it.
  public struct Picture: Sendable, Hashable {
    /// The picture as Graphviz wrote it.
    public var svg: String
    /// One line per warning.
    public var warnings: [String]
  }

  /// Thrown when there is no picture.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// What Graphviz said.
    public var messages: [String]

    /// The messages, separated by semicolons.
    public var description: String { "Graphviz: " + messages.joined(separator: "; ") }
  }

  private static let lock = Mutex(())

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - dot: The graph in Graphviz' language.
  ///   - engine: How nodes find their places.
  /// - Returns: The picture with its warnings.
  /// - Throws: ``Failure`` when the text is not a graph, or Graphviz or one of its plugins cannot be loaded.
  public static func render(_ dot: String, engine: Engine = .dot) throws -> Picture {
    // C would see the text end there.
    if dot.utf8.contains(0) { throw Failure(messages: ["Error: the text has a zero byte"]) }
    return try lock.withLock { _ in
      var svg: UnsafeMutablePointer<CChar>?
      var length = 0
      var said: UnsafeMutablePointer<CChar>?
      let failed = graphviz_shim_render(dot, engine.rawValue, &svg, &length, &said)
      defer {
        graphviz_shim_free(svg)
        graphviz_shim_free(said)
      }
      let messages = said.map { lines(of: String(cString: $0)) } ?? []
      guard failed == 0, let svg else { throw Failure(messages: messages) }
      let bytes = UnsafeRawBufferPointer(start: svg, count: length)
      return Picture(svg: String(decoding: bytes, as: UTF8.self), warnings: messages)
    }
  }

  private static func lines(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
