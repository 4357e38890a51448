import ComposeFile
import Diagnostics

/// A value of the merged tree with its way from the top: what a conversion reads, and takes when it has read it.
struct ComposeCursor {
  let node: ComposeNode
  let path: [String]
  let account: ComposeAccount

  subscript(key: String) -> ComposeCursor? {
    node[key].map { ComposeCursor(node: $0, path: path + [key], account: account) }
  }

  /// Keys and values in order.
  var entries: [(key: String, value: ComposeCursor)] {
    (node.mapping?.entries ?? []).map {
      ($0.key, ComposeCursor(node: $0.value, path: path + [$0.key], account: account))
    }
  }

  /// The items of a list.
  var items: [ComposeCursor] {
    (node.items ?? []).enumerated().map { index, item in
      ComposeCursor(node: item, path: path + ["[\(index)]"], account: account)
    }
  }

  /// A scalar as text; variables without a value stand in it as marks.
  var text: String? { node.text }
  /// A scalar as a whole number.
  var integer: Int? { node.text.flatMap { Int($0) } }
  /// Whether a scalar says yes.
  var isTrue: Bool { ["true", "yes", "on", "y"].contains(node.text?.lowercased() ?? "") }
  /// Where it was written.
  var place: SourceLocation { node.place.location }

  /// Takes it as something that means the same in the lab.
  func carry() { account.take(node, at: path, .carried) }
  /// Takes it as something that is in the lab in another form.
  func change(_ how: String) { account.take(node, at: path, .changed(how)) }
  /// Takes it as something that is not in the lab.
  func drop(_ why: String) { account.take(node, at: path, .dropped(why)) }
  /// Takes what nobody took of it.
  func dropRest(_ why: String) { account.takeRest(of: node, at: path, .dropped(why)) }

  /// Reads text and takes it.
  func carriedText() -> String? {
    carry()
    return text
  }
}
