import Diagnostics
import Documents
import LabModel

extension Diagram {
  /// The lab by machine that one can touch: a box per host with its VMs, the bare metal, the NAS with their pools.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: The diagram; it is empty for a lab without machines.
  public static func physical(of lab: ResolvedLab, page: @escaping (ThingID) -> String?) -> Diagram {
    var sketch = Sketch("physical", of: lab, page: page)
    let machines = lab.all((any Machine).self)
    let hosts = hosts(of: machines, in: lab).map { host, guests in
      guests.isEmpty && host.isMachine
        ? sketch.node(host.id, lab[host.id]?.summary ?? "")
        : box(host.id, guests, of: lab, in: &sketch)
    }
    let storage = lab.all((any NetworkStorage).self).map { box($0, of: lab, in: &sketch) }
    for machine in machines { connect(machine.id, of: lab, in: &sketch) }
    return sketch.diagram(
      title: "\(lab.name) by host",
      summary: "Every box is a machine that one can switch off; what is in it goes down with it.",
      hosts + storage + order(hosts, above: storage))
  }

  /// What VMs run on, and the bare metal, in the order of declaration, with the VMs of each.
  private static func hosts(
    of machines: [any Machine], in lab: ResolvedLab
  ) -> [((id: ThingID, isMachine: Bool), guests: [any Machine])] {
    let guests = Dictionary(grouping: machines.filter { $0.failureDomain != $0.id }, by: \.failureDomain)
    var ids = lab.things.filter { thing in
      thing.id.kind == "host" || (thing as? any Machine).map { $0.failureDomain == thing.id } ?? false
    }.map(\.id)
    for machine in machines where !ids.contains(machine.failureDomain) { ids.append(machine.failureDomain) }
    return ids.map { (($0, lab[$0] is any Machine), guests[$0] ?? []) }
  }

  private static func box(
    _ host: ThingID, _ guests: [any Machine], of lab: ResolvedLab, in sketch: inout Sketch
  ) -> DOT.Statement {
    let nodes = guests.map { sketch.node($0.id, "\($0.cores) cores, \($0.memory)") }
    let grid = Grid(nodes.isEmpty ? [sketch.placeholder(in: host)] : nodes, columns: guests.count <= 12 ? 2 : 4)
    return sketch.box(host, grid.statements, details: lab[host]?.summary ?? "")
  }

  private static func box(
    _ storage: any NetworkStorage, of lab: ResolvedLab, in sketch: inout Sketch
  ) -> DOT.Statement {
    let pools = lab.graph.relations(of: storage.id).filter { $0.kind == .consistsOf }.map(\.other)
    let nodes = pools.map { sketch.node($0, lab[$0]?.summary ?? "") }
    if nodes.isEmpty { return sketch.node(storage.id, storage.product) }
    return sketch.box(storage.id, nodes, details: storage.product)
  }

  /// Hosts side by side in their order, five to a row, and storage side by side below them.
  private static func order(_ hosts: [DOT.Statement], above storage: [DOT.Statement]) -> [DOT.Statement] {
    let rows = Grid(hosts, columns: 5).rows + (storage.isEmpty ? [] : [storage])
    var statements = rows.map { row in
      DOT.Statement.row(row.compactMap(\.firstNode).map { .node($0, []) })
    }
    for (above, below) in zip(rows, rows.dropFirst()) {
      for from in above.compactMap(\.bottomNode) {
        statements += below.compactMap(\.firstNode).map { Grid.hidden(from, $0) }
      }
    }
    return statements
  }

  /// Lines from a machine to the pools that its disks lie on, through the datastores in between.
  private static func connect(_ machine: ThingID, of lab: ResolvedLab, in sketch: inout Sketch) {
    let drawn = Set(sketch.things)
    var seen: Set<ThingID> = [machine]
    var pending = [machine]
    while let thing = pending.popLast() {
      for relation in lab.graph.relations(of: thing)
      where relation.kind == .storedOn && seen.insert(relation.other).inserted {
        if drawn.contains(relation.other) {
          sketch.line(machine, .storedOn, relation.other)
        } else {
          pending.append(relation.other)
        }
      }
    }
  }
}
