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
    let bareMetal = machines.filter { $0.failureDomain == $0.id }
    let guests = Dictionary(grouping: machines.filter { $0.failureDomain != $0.id }, by: \.failureDomain)
    var hosts: [ThingID] = []
    for thing in lab.things where thing.id.kind == "host" && !(thing is any Machine) { hosts.append(thing.id) }
    for machine in machines where machine.failureDomain != machine.id && !hosts.contains(machine.failureDomain) {
      hosts.append(machine.failureDomain)
    }
    var statements: [DOT.Statement] = []
    for host in hosts {
      statements.append(box(host, guests[host] ?? [], of: lab, in: &sketch))
    }
    statements += Sketch.grid(chunks(bareMetal, of: 4).map { $0.map { sketch.node($0.id, $0.summary) } })
    for storage in lab.all((any NetworkStorage).self) {
      let pools = lab.graph.relations(of: storage.id).filter { $0.kind == .consistsOf }.map(\.other)
      let nodes = pools.map { sketch.node($0, lab[$0]?.summary ?? "") }
      statements.append(
        nodes.isEmpty
          ? sketch.node(storage.id, storage.product)
          : sketch.box(storage.id, nodes, details: storage.product))
    }
    for machine in machines { connect(machine.id, of: lab, in: &sketch) }
    return sketch.diagram(
      title: "\(lab.name) by host",
      summary: "Every box is a machine that one can switch off; what is in it goes down with it.", [], statements)
  }

  private static func box(
    _ host: ThingID, _ guests: [any Machine], of lab: ResolvedLab, in sketch: inout Sketch
  ) -> DOT.Statement {
    let columns = guests.count <= 12 ? 2 : 4
    let rows = chunks(guests, of: columns).map { row in
      row.map { sketch.node($0.id, "\($0.cores) cores, \($0.memory)") }
    }
    let inside = guests.isEmpty ? [.node("\(host.name)-nothing", noOne)] : Sketch.grid(rows)
    return sketch.box(host, inside, details: lab[host]?.summary ?? "")
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
          sketch.edge(machine, relation.other, .storedOn)
        } else {
          pending.append(relation.other)
        }
      }
    }
  }

  private static func chunks<Item>(_ items: [Item], of size: Int) -> [[Item]] {
    stride(from: 0, to: items.count, by: size).map { Array(items[$0..<min($0 + size, items.count)]) }
  }
}
