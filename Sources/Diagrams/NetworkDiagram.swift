import Diagnostics
import Documents
import LabModel

extension Diagram {
  /// The lab by network: a box per network with everything that has an address on it.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: The diagram; it is empty for a lab without addresses.
  public static func networks(of lab: ResolvedLab, page: @escaping (ThingID) -> String?) -> Diagram {
    var sketch = Sketch("networks", of: lab, page: page)
    let members = addressedThings(of: lab)
    let ranges = Dictionary(grouping: lab.things.flatMap(\.addressRanges), by: \.network)
    var order: [ThingID] = []
    for thing in lab.things where thing.id.kind == "network" { order.append(thing.id) }
    for member in members where !order.contains(member.address.network) { order.append(member.address.network) }
    var boxes: [DOT.Statement] = []
    for network in order {
      let here = members.filter { $0.address.network == network }
      let rows = rows(here, of: network, in: &sketch)
      let stretches = (ranges[network] ?? []).map { range in
        sketch.node(
          named: "\(network.name)-\(range.firstText)-\(range.name)", kind: "range",
          label: [range.name, "\(range.firstText) – \(range.lastText)"])
      }
      let empty = rows.isEmpty && stretches.isEmpty ? [DOT.Statement.node("\(network.name)-nobody", noOne)] : []
      boxes.append(sketch.box(network, Sketch.grid(rows + [stretches + empty]), details: details(of: network, in: lab)))
    }
    connect(members, of: lab, in: &sketch)
    return sketch.diagram(
      title: "\(lab.name) by network",
      summary: "Every box is a network; in it stands what has an address there.", [], boxes)
  }

  private struct Member {
    var thing: ThingID
    var address: NetworkAddress
    /// Tells the nodes of a thing with several addresses apart; empty for its first.
    var place: String
  }

  /// Every address of the lab with its holder; a holder's part that holds the same address stands for it.
  private static func addressedThings(of lab: ResolvedLab) -> [Member] {
    var members: [Member] = []
    for thing in lab.things {
      let ofParts = Set(thing.parts.flatMap(\.addresses))
      for (index, address) in thing.addresses.filter({ !ofParts.contains($0) }).enumerated() {
        members.append(
          Member(thing: thing.id, address: address, place: index == 0 ? "" : "\(address.network.name)-\(address.text)"))
      }
    }
    return members
  }

  /// One kind after the other, those that others stand behind first, in rows of at most six.
  private static func rows(_ members: [Member], of network: ThingID, in sketch: inout Sketch) -> [[DOT.Statement]] {
    var kinds: [String] = []
    for member in members where !kinds.contains(member.thing.kind) { kinds.append(member.thing.kind) }
    let first = ["vip", "load-balancer"]
    kinds = kinds.filter(first.contains) + kinds.filter { !first.contains($0) }
    var rows: [[DOT.Statement]] = []
    for kind in kinds {
      let ofKind = members.filter { $0.thing.kind == kind }
      for start in stride(from: 0, to: ofKind.count, by: 6) {
        rows.append(
          ofKind[start..<min(start + 6, ofKind.count)].map { sketch.node($0.thing, $0.address.text, in: $0.place) })
      }
    }
    return rows
  }

  /// Lines from a shared address to those that can hold it, and between the nodes of one machine.
  private static func connect(_ members: [Member], of lab: ResolvedLab, in sketch: inout Sketch) {
    let drawn = Set(members.map(\.thing))
    for member in members {
      if !member.place.isEmpty { sketch.edge(member.thing, member.thing, .sameThing, in: ("", member.place)) }
      guard member.place.isEmpty else { continue }
      for relation in lab.graph.relations(of: member.thing)
      where relation.kind == .heldBy && drawn.contains(relation.other) {
        sketch.edge(member.thing, relation.other, .heldBy)
      }
    }
  }

  private static func details(of network: ThingID, in lab: ResolvedLab) -> String {
    guard let thing = lab[network] else { return "" }
    let gateway = thing.facts.first { $0.key == "gateway" }
    return thing.summary + (gateway.map { ", gateway \($0.value)" } ?? "")
  }

  static let noOne: [DOT.Attribute] = [
    .label("nothing here"), .classes("empty"), .setting("shape", "plaintext"), .setting("fontcolor", "#596676"),
  ]
}
