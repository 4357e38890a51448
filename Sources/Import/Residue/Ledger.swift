import Diagnostics
import SourceDocuments

/// Keeps the account of one file: each leaf of its documents is taken exactly once.
///
/// A reader takes a node when it has used it; what nobody took is reported as dropped. A later word on a leaf that was
/// taken already does not count, and is remembered in ``takenTwice``.
public final class Ledger {
  private let file: SourceFile
  private let source: String
  private var fates: [Residue.Fate?]
  /// The paths of nodes that were taken although one of their leaves was taken already.
  public private(set) var takenTwice: [String] = []

  /// Opens the account of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - source: The kind of source: `kubernetes`, `ansible`, `compose`.
  public init(_ file: SourceFile, source: String) {
    self.file = file
    self.source = source
    self.fates = Array(repeating: nil, count: file.leafCount)
  }

  /// Takes a node whose meaning is in the lab.
  public func carry(_ node: SourceNode?) { take(node, .carried) }
  /// Takes a node that is in the lab in another form.
  public func change(_ node: SourceNode?, _ how: String) { take(node, .changed(how)) }
  /// Takes a node that is in the lab as a document that Rackbook does not look into.
  public func keep(_ node: SourceNode?, _ how: String) { take(node, .kept(how)) }
  /// Takes a node that is not in the lab.
  public func drop(_ node: SourceNode?, _ why: String) { take(node, .dropped(why)) }

  /// Takes what is left of a node: its leaves that nobody took.
  public func takeRest(of node: SourceNode, _ fate: Residue.Fate) {
    for leaf in node.leaves where fates.indices.contains(leaf) && fates[leaf] == nil { fates[leaf] = fate }
  }

  /// Whether a leaf of a node was taken.
  public func isTouched(_ node: SourceNode) -> Bool {
    node.leaves.contains { fates.indices.contains($0) && fates[$0] != nil }
  }

  private func take(_ node: SourceNode?, _ fate: Residue.Fate) {
    guard let node else { return }
    var isSecond = false
    for leaf in node.leaves where fates.indices.contains(leaf) {
      if fates[leaf] == nil { fates[leaf] = fate } else { isSecond = true }
    }
    if isSecond { takenTwice.append(node.path) }
  }

  /// What became of every leaf of the file.
  public var residue: Residue {
    var residue = Residue()
    for document in file.documents {
      document.forEachLeaf { leaf in
        let fate = fates.indices.contains(leaf.leaves.lowerBound) ? fates[leaf.leaves.lowerBound] : nil
        residue.add(
          Residue.Entry(
            source: source, place: leaf.place, path: leaf.path, fate: fate ?? .dropped("Rackbook has no word for it")))
      }
    }
    return residue
  }
}

extension SourceNode {
  /// Calls a function with every scalar, empty list and empty mapping, in order.
  func forEachLeaf(_ body: (SourceNode) -> Void) {
    let below = items + entries.map(\.value)
    if below.isEmpty { body(self) }
    for node in below { node.forEachLeaf(body) }
  }
}
