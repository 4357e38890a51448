import Diagnostics
import Documents
import LabModel

extension Diagram {
  /// The lab by network: a box per network with everything that has an address on it.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: The diagram; it is empty for a lab without networks.
  public static func networks(of lab: ResolvedLab, page: @escaping (ThingID) -> String?) -> Diagram {
    var sketch = Sketch("networks", of: lab, page: page)
    let members = Member.all(in: lab)
    let ranges = Dictionary(grouping: lab.things.flatMap(\.addressRanges), by: \.network)
    var networks = lab.things.map(\.id).filter { $0.kind == "network" }
    for member in members where !networks.contains(member.address.network) { networks.append(member.address.network) }
    let byNetwork = Dictionary(grouping: members, by: \.address.network)
    let boxes = networks.map { network in
      var rows = rows(byNetwork[network] ?? [], of: lab, in: &sketch)
      rows += Grid((ranges[network] ?? []).map { sketch.node($0) }, columns: 3).rows
      if rows.isEmpty { rows = [[sketch.placeholder(in: network)]] }
      return sketch.box(network, Grid(rows: rows).statements, details: details(of: network, in: lab))
    }
    connect(members, of: lab, in: &sketch)
    return sketch.diagram(
      title: "\(lab.name) by network",
      summary: "Every box is a network; in it stands what has an address there.", boxes)
  }

  /// Shared addresses first, those that can hold them below, then kind by kind.
  private static func rows(_ members: [Member], of lab: ResolvedLab, in sketch: inout Sketch) -> [[DOT.Statement]] {
    let shared = Set(members.map(\.thing).filter { !holders(of: $0, in: lab).isEmpty })
    let holding = Set(shared.flatMap { holders(of: $0, in: lab) })
    var groups: [[Member]] = [
      members.filter { shared.contains($0.thing) }, members.filter { holding.contains($0.thing) },
    ]
    let others = members.filter { !shared.contains($0.thing) && !holding.contains($0.thing) }
    var kinds: [String] = []
    for member in others where !kinds.contains(member.thing.kind) { kinds.append(member.thing.kind) }
    groups += kinds.map { kind in others.filter { $0.thing.kind == kind } }
    // Wider than high, as screens are: a node is about twice as wide as high.
    let columns = max(6, Int(Double(members.count).squareRoot()))
    return groups.flatMap { group in
      Grid(group.map { sketch.node($0.thing, $0.address.text, in: $0.place) }, columns: columns).rows
    }
  }

  private static func holders(of thing: ThingID, in lab: ResolvedLab) -> [ThingID] {
    lab.graph.relations(of: thing).filter { $0.kind == .heldBy }.map(\.other)
  }

  /// Lines from a shared address to those that can hold it, and between the nodes of one machine.
  private static func connect(_ members: [Member], of lab: ResolvedLab, in sketch: inout Sketch) {
    let drawn = Set(sketch.things)
    for member in members {
      if !member.place.isEmpty {
        sketch.tie(member.thing, in: member.place)
      } else {
        for holder in holders(of: member.thing, in: lab) where drawn.contains(holder) {
          sketch.line(member.thing, .heldBy, holder)
        }
      }
    }
  }

  private static func details(of network: ThingID, in lab: ResolvedLab) -> String {
    guard let thing = lab[network] else { return "" }
    let gateway = thing.facts.first { $0.key == "gateway" }
    return thing.summary + (gateway.map { ", gateway \($0.value)" } ?? "")
  }
}

/// An address with its holder.
private struct Member {
  var thing: ThingID
  var address: NetworkAddress
  /// Tells the nodes of a thing with several addresses apart; empty for its first.
  var place: String

  /// Every address of a lab; where a part of a thing holds the same address, the part stands for it.
  static func all(in lab: ResolvedLab) -> [Member] {
    lab.things.flatMap { thing in
      let ofParts = Set(thing.parts.flatMap(\.addresses))
      return thing.addresses.filter { !ofParts.contains($0) }.enumerated().map { index, address in
        Member(thing: thing.id, address: address, place: index == 0 ? "" : "\(address.network.name)-\(address.text)")
      }
    }
  }
}

extension Sketch {
  fileprivate mutating func node(_ range: AddressRange) -> DOT.Statement {
    node(
      named: "\(range.network.name)-\(range.name)-\(range.firstText)", kind: "range",
      label: [range.name, "\(range.firstText) – \(range.lastText)"])
  }
}
