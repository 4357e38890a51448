import Blueprint
import Diagnostics
import LabModel
import Runbooks

/// The page of one thing of the lab, whatever its kind: what it is, where, what it needs, what needs it, what watches it.
struct ThingPage {
  let index: ContentIndex
  let thing: any Component
  /// What its loss does.
  let loss: Section?

  private var lab: ResolvedLab { index.content.lab }

  var page: Page {
    var page = Page(id: thing.id, kind: PageKind.named(thing.id.kind), title: thing.name, summary: summary)
    page.kind = index.kinds.first { $0.id == thing.id.kind } ?? page.kind
    page.facts = facts
    page.declared = thing.declared
    page.sections = sections
    page.aliases = aliases
    return page
  }

  private var summary: Prose { thing.summary.isEmpty ? [] : [.text(thing.summary)] }

  /// The component's facts, those of one name together.
  private var facts: [PageFact] {
    var facts: [PageFact] = []
    for fact in thing.facts {
      let value: Prose = fact.link.map { [.page($0, fact.value)] } ?? [Self.value(fact.value)]
      if let same = facts.firstIndex(where: { $0.label == fact.label }) {
        facts[same].values.append(value)
      } else {
        facts.append(PageFact(fact.label, value))
      }
    }
    return facts
  }

  /// Values that are typed or copied look like it.
  private static func value(_ text: String) -> Inline {
    let isTechnical = text.contains { "/:".contains($0) } || text.allSatisfy { $0.isNumber || $0 == "." }
    return isTechnical && !text.contains(" ") && text.contains { $0.isNumber || $0 == "/" } ? .code(text) : .text(text)
  }

  private var aliases: [String] {
    let names: [String] =
      thing is any Machine || thing is any NetworkStorage || thing is any Frontend
      ? [lab.hostName(of: thing.id)] : []
    let values = thing.facts.filter { $0.link == nil || $0.value != $0.link?.name }.map(\.value)
    return names + thing.addresses.map(\.text) + values.filter { $0.utf8.count <= 80 }
  }

  private var sections: [Section] {
    let findings = Section("findings", "Findings", FindingBlocks.list(index.findings[thing.id] ?? []))
    let all: [Section] =
      [findings] + NetworkSections(index: index, thing: thing).sections
      + [nodes, members, addresses, ports, relations] + (loss.map { [$0] } ?? []) + [watching, secrets, files]
    return all.filter { !$0.blocks.isEmpty }
  }

  private var nodes: Section {
    guard let cluster = thing as? any Cluster else { return Section("nodes", "Nodes", []) }
    let rows = cluster.nodes.map { node in
      let roles = ClusterNode.Role.allCases.filter(node.roles.contains).map(\.rawValue).joined(separator: ", ")
      return Table.Row([
        [.page(node.machine, nil)], [.text(roles)],
        lab[node.machine]?.addresses.first.map { [.code($0.text)] } ?? [],
        Self.failureDomain(of: node.machine, in: lab),
      ])
    }
    return Section(
      "nodes", "Nodes",
      [.table(Table("Nodes", head: ["Node", "Roles", "Address", "Falls with"], rows: rows).withoutEmptyColumns)])
  }

  private var members: Section {
    guard let frontend = thing as? any Frontend else { return Section("members", "Members", []) }
    let members = frontend.members.map { member in
      Table.Row([
        [.page(member, nil)], lab[member]?.addresses.first.map { [.code($0.text)] } ?? [],
        Self.failureDomain(of: member, in: lab),
      ])
    }
    let endpoints = frontend.endpoints.map { endpoint in
      Table.Row([
        [.text(endpoint.title)], [.code("\(endpoint.port)/\(endpoint.transport.rawValue)")],
        endpoint.machines.flatMap { [.page($0, nil), .text(" ")] },
      ])
    }
    return Section(
      "members", "Who can hold the address, and what is behind it",
      [
        .table(Table("Members", head: ["Member", "Address", "Falls with"], rows: members).withoutEmptyColumns),
        .table(Table("Behind it", head: ["What", "Port", "Machines"], rows: endpoints)),
      ])
  }

  private static func failureDomain(of machine: ThingID, in lab: ResolvedLab) -> Prose {
    guard let domain = (lab[machine] as? any Machine)?.failureDomain, domain != machine else { return [] }
    return [.page(domain, nil)]
  }

  private var addresses: Section {
    let rows = thing.addresses.map { Table.Row([[.code($0.text)], [.page($0.network, nil)]]) }
    let table = Table("Addresses", head: ["Address", "Network"], rows: rows)
    return Section("addresses", "Addresses", rows.isEmpty ? [] : [.table(table)])
  }

  private var ports: Section {
    let own = index.listeners[thing.id] ?? []
    let elsewhere = thing.listeners.filter { $0.place != thing.id }
    return Section("ports", "Ports", PortTable.blocks(own + elsewhere, on: thing.id))
  }

  private var relations: Section {
    let outgoing = lab.graph.relations(of: thing.id), incoming = lab.graph.relations(to: thing.id)
    guard !outgoing.isEmpty || !incoming.isEmpty else { return Section("relations", "Relations", []) }
    var lists: [Block.RelationList] = []
    for kind in Relation.Kind.allCases {
      let forward = outgoing.filter { $0.kind == kind }.map(\.other)
      let back = incoming.filter { $0.kind == kind }.map(\.other)
      let isCentral = kind == .needs
      if !forward.isEmpty || isCentral {
        lists.append(.init(title: capitalised(kind.rawValue), things: forward, nothing: "nothing in this lab"))
      }
      if !back.isEmpty || isCentral {
        lists.append(.init(title: capitalised(kind.inverse), things: back, nothing: "nothing in this lab"))
      }
    }
    return Section("relations", "Relations", [.relations(lists)])
  }

  private var watching: Section {
    let alerts = (index.alerts[thing.id] ?? []).map { resource in
      Table.Row([
        [.page(ContentIndex.page(of: resource), nil)], [.text(resource.alert.summary)],
        resource.alert.runbook.map { [.page(ThingID(PageKind.runbook.id, $0), nil)] } ?? [],
      ])
    }
    let runbooks = (index.runbooks[thing.id] ?? []).map { runbook in
      Block.Card(
        target: ThingID(PageKind.runbook.id, runbook.id), title: runbook.title, text: runbook.summary,
        kind: PageKind.runbook)
    }
    let table = Table("Alerts", head: ["Alert", "Says", "Runbook"], rows: alerts).withoutEmptyColumns
    return Section(
      "care", "Runbooks and alerts",
      (runbooks.isEmpty ? [] : [.cards(runbooks)]) + (alerts.isEmpty ? [] : [.table(table)]))
  }

  private var secrets: Section {
    let rows = (index.secrets[thing.id] ?? [:]).sorted { $0.key.description < $1.key.description }.map { secret in
      Table.Row([[.code(secret.key.path)], [.code(secret.key.key)], [.text(secret.value)]])
    }
    let table = Table("Secrets", head: ["Path", "Key", "For"], rows: rows)
    return Section("secrets", "Secrets, by path only", rows.isEmpty ? [] : [.table(table)])
  }

  private var files: Section {
    let rows = (index.files[thing.id] ?? []).map { file in
      Table.Row([
        [.page(ThingID(PageKind.artifact.id, file.path), nil)], [.text("\(file.count)")], [.text("\(file.first)")],
      ])
    }
    let table = Table("Files", head: ["File", "Lines from here", "First line"], rows: rows)
    return Section("files", "Files made from it", rows.isEmpty ? [] : [.table(table)])
  }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
