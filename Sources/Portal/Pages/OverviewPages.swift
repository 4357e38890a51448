import Blueprint
import Diagnostics
import LabLanguage
import LabModel

/// The pages about the whole lab: the first page, all addresses, everything from A to Z.
struct OverviewPages {
  let index: ContentIndex

  static let landing = ThingID(PageKind.overview.id, "index")
  static let addresses = ThingID(PageKind.overview.id, "addresses")
  static let everything = ThingID(PageKind.overview.id, "a-z")

  private var content: PortalContent { index.content }

  var landing: Page {
    let summary: Prose = content.lab.summary.isEmpty ? [] : [.text(content.lab.summary)]
    var page = Page(id: Self.landing, kind: PageKind.overview, title: content.lab.name, summary: summary)
    page.facts = facts
    page.sections = [wrong, tally, compiler, ByHandPage(index: index).teaser].filter { !$0.blocks.isEmpty }
    page.isSearched = false
    return page
  }

  private var tally: Section {
    let counts = Dictionary(grouping: content.lab.things, by: \.id.kind).mapValues(\.count)
    var cards = index.kinds.map { card($0, counts[$0.id] ?? 0) }
    let others = [
      (PageKind.runbook, content.runbooks.count), (.alert, content.blueprint.alerts.count),
      (.artifact, content.artifacts.count),
    ]
    cards += others.filter { $0.1 > 0 }.map { card($0.0, $0.1) }
    return Section("what", "What there is", [.tally(cards)])
  }

  private func card(_ kind: PageKind, _ count: Int) -> Block.Card {
    Block.Card(
      target: KindListPage.id(of: kind), title: "\(count)", text: count == 1 ? kind.label : kind.plural, kind: kind)
  }

  private var wrong: Section {
    let links = SymptomLinks.all(of: content)
    let shown = 12
    var blocks: [Block] = [
      .paragraph([.text("Say what you see in the search box, or pick it here. Each leads to a runbook.")]),
      .links(Array(links.prefix(shown))),
    ]
    if links.count > shown {
      blocks.append(.paragraph([.page(KindListPage.id(of: PageKind.runbook), "All \(links.count) symptoms")]))
    }
    return Section("wrong", "Something is wrong?", links.isEmpty ? [] : blocks)
  }

  private var compiler: Section {
    let counts = Dictionary(grouping: content.diagnostics, by: \.severity).mapValues(\.count)
    let badges: Prose = Severity.allCases.flatMap { severity -> Prose in
      let count = counts[severity] ?? 0
      guard count > 0 || severity == .error else { return [] }
      let name = "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
      return [count == 0 ? .strong([.text("No errors")]) : .severity(severity, name), .text(" ")]
    }
    let link: Prose = [.page(KindListPage.id(of: PageKind.diagnostic), "All findings and rules")]
    let worst = Severity.allCases.first { counts[$0] ?? 0 > 0 }
    return Section("findings", "What the compiler says", [.callout(worst, [.paragraph(badges + link)])])
  }

  private var facts: [PageFact] {
    var facts = [
      PageFact("Domain", [.code(content.lab.domain)]),
      PageFact("Account on machines", [.code(content.lab.operatorAccount)]),
    ]
    for cluster in content.lab.all((any Cluster).self) {
      facts.append(PageFact("API of \(cluster.name)", [.page(cluster.id, "port \(cluster.apiServer.port)")]))
    }
    for frontend in content.lab.all((any Frontend).self) {
      facts.append(PageFact("Address of \(frontend.name)", [.page(frontend.id, frontend.vip.text)]))
    }
    for network in content.lab.all(Network.self) {
      facts.append(PageFact("Network \(network.name)", [.page(network.id, network.cidrText)]))
    }
    return facts
  }

  var addressesPage: Page {
    let networks = content.lab.all(Network.self)
    var page = Page(
      id: Self.addresses, kind: PageKind.overview, title: "Addresses",
      summary: [.text("Every address by network, with what is free, and every port.")])
    page.sections = networks.map { network in
      let addresses = NetworkAddresses(of: network, in: content.lab)
      let title = "\(network.name), \(network.cidrText)"
      return Section(
        "network-\(network.name)", title,
        [
          .paragraph([.page(network.id, nil)]),
          .table(addresses.table("Addresses of \(network.name)", in: content.lab)),
        ])
    }
    page.sections.append(ports)
    page.sections.removeAll { $0.blocks.isEmpty }
    page.isSearched = false
    return page
  }

  private var ports: Section {
    Section("ports", "Ports", PortTable.blocks(content.lab.things.flatMap(\.listeners)))
  }

  /// Everything by first letter: what the search form leads to where there is no JavaScript.
  func everything(_ pages: [Page]) -> Page {
    var page = Page(
      id: Self.everything, kind: PageKind.overview, title: "Everything, A to Z",
      summary: [.text("Every page by name. With JavaScript, the search box finds more: addresses, ports, symptoms.")])
    let letters = Dictionary(grouping: pages.filter(\.isSearched)) { page in
      Tokens.fold(page.title).first { $0.isLetter || $0.isNumber }.map { $0.isNumber ? "0" : String($0) } ?? "#"
    }
    page.sections = letters.sorted { $0.key < $1.key }.map { letter, members in
      let links = members.sorted { naturally($0.title, $1.title) }.map { member -> Prose in
        [.page(member.id, nil), .quiet(" \(member.kind.label.lowercased())")]
      }
      let title = letter == "0" ? "0 to 9" : letter.uppercased()
      return Section("letter-\(letter)", title, [.links(links)])
    }
    page.isSearched = false
    return page
  }
}
