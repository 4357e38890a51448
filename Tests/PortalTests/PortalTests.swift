import Blueprint
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Portal
import Runbooks
import Testing

@Suite("The portal")
struct PortalTests {
  static let site = Site(SampleLab.content)

  @Test("everything in the lab has a page", arguments: SampleLab.lab.things.map(\.id))
  func thingsHavePages(id: ThingID) {
    #expect(Self.site["\(id.kind)/\(id.name).html"] != nil)
  }

  @Test(
    "runbooks, alerts, rules, files and overviews have pages",
    arguments: [
      "index.html", "addresses.html", "a-z.html", "runbook/k8s-api/vip-down.html", "runbook/index.html",
      "alert/k8s-api/VirtualAddressDown.html", "diagnostic/RB0501.html", "artifact/ansible/inventory/hosts.yml.html",
      "service/index.html", "search-index.js", "styles/base.css", "scripts/search.js",
    ])
  func otherPages(path: String) {
    #expect(Self.site[path] != nil)
  }

  @Test("every link and every asset of every page is there", arguments: site.pages)
  func linksLeadSomewhere(path: String) {
    for link in Self.site.links(of: path) where !link.contains(":") && !link.hasPrefix("#") {
      let target = Self.site.resolve(link, from: path)
      #expect(Self.site[target] != nil, "\(path) links to \(link)")
    }
  }

  @Test("no page has a style or a script of its own, or an address outside", arguments: site.pages)
  func nothingInline(path: String) {
    let html = Self.site[path] ?? ""
    #expect(!html.contains("style="))
    #expect(!html.contains("<style"))
    #expect(!html.contains("<script>"))
    #expect(html.contains("default-src &#39;none&#39;") || html.contains("default-src 'none'"))
    #expect(!html.contains("src=\"http"))
  }

  @Test("two compilations give the same bytes")
  func deterministic() {
    #expect(Site(SampleLab.content) == Self.site)
  }

  @Test("a link to something without a page is an error that names both ends")
  func deadLink() {
    var content = SampleLab.content
    content.runbooks = []
    var log = DiagnosticLog()
    _ = Portal.artifacts(of: content, reporting: &log)
    #expect(log.diagnostics.map(\.code) == ["RB0941"])
    #expect(log.diagnostics.first?.message.contains("runbook 'k8s-api/vip-down' has no page") == true)
  }

  @Test("a whole lab without dead links says nothing")
  func noFindings() {
    var log = DiagnosticLog()
    _ = Portal.artifacts(of: SampleLab.content, reporting: &log)
    #expect(log.diagnostics.isEmpty)
  }

  @Test("the page of a service names what it needs and where it was declared")
  func servicePage() {
    let page = Self.site["service/mealie.html"] ?? ""
    #expect(page.contains("href=\"../service/mealie-db.html\""))
    #expect(page.contains("PortalTests/SampleLab.swift:"))
    #expect(page.contains("recipes &amp; meal plans"))
    #expect(page.contains("keeps state and says nothing of backups"))
  }

  @Test("the page of a network lists its addresses and what is free between them")
  func networkPage() {
    let page = Self.site["network/lan.html"] ?? ""
    #expect(page.contains("5 of 254 addresses"))
    #expect(page.contains("free, 37 addresses"))  // From .23, after the second host, to .59, before the DHCP range.
    #expect(page.contains("<code>192.168.10.60</code> to <code>192.168.10.99</code>"))
  }

  @Test("the page of a runbook has its symptoms, its exact commands and the line that starts it")
  func runbookPage() {
    let page = Self.site["runbook/k8s-api/vip-down.html"] ?? ""
    #expect(page.contains("<code>swift run lab run k8s-api/vip-down</code>"))
    #expect(page.contains("<code>sudo crm_resource --move --resource vip --node km02\n</code>"))
    #expect(page.contains("dial tcp 192.168.10.250:6443: i/o timeout"))
    #expect(page.contains("href=\"../../alert/k8s-api/VirtualAddressDown.html\""))
  }

  @Test(
    "drills have a page: due days for the page's script, missed days, and what was never rehearsed; without any, none")
  func drills() throws {
    var content = SampleLab.content
    #expect(Site(content)["drills.html"] == nil)
    content.runbooks[0].plan.drill = .quarterly
    #expect(Site(content)["drills.html"]?.contains("overdue: never rehearsed") == true)
    let id = content.runbooks[0].id
    let ledger = """
      {"format": 1, "runbooks": {"\(id)": {"runs": 2, "lastSuccess": "2026-08-31T10:00:00Z", "typicalMilliseconds": 61000,
      "drills": ["2026-01-15", "2026-08-31"]}}}
      """
    content.ledger = try RunLedger(bytes: Array(ledger.utf8))
    let page = try #require(Site(content)["drills.html"])
    #expect(page.contains("<time class=\"due\" datetime=\"2026-11-30\">2026-11-30</time>"))
    #expect(page.contains("2026-04-15") && page.contains("2026-07-15"))
    let runbook = try #require(Site(content)["runbook/\(id).html"])
    #expect(runbook.contains("Last completed on 2026-08-31.") && runbook.contains("Usually takes 61s."))
  }

  @Test("a file's page has its lines and what they were made from")
  func artifactPage() {
    let page = Self.site["artifact/ansible/inventory/hosts.yml.html"] ?? ""
    #expect(page.contains("ansible_host: 192.168.10.234"))
    #expect(page.contains("href=\"../../../vm/km01.html\""))
  }

  @Test("names that are hostile to files and to HTML get safe paths and safe text")
  func hostileNames() {
    let names = ["../../etc/passwd", "<script>alert(1)</script>", "Mealie", "mealie", ".hidden", "a\"b'c&d", ""]
    let things = names.map { Service($0, in: SampleLab.km01, "<b>\($0)</b>") }
    let lab = SampleLab.resolved(
      [SampleLab.lan, SampleLab.pve1, SampleLab.local, SampleLab.ubuntu, SampleLab.km01] + things)
    let site = Site(PortalContent(lab: lab, blueprint: Blueprint(for: lab)))
    let paths = site.pages.map { $0.lowercased() }
    #expect(Set(paths).count == paths.count)
    #expect(paths.count { $0.hasPrefix("service/") } == names.count + 1)
    for path in site.pages {
      #expect(!path.contains("..") && !path.contains("<") && !path.contains("//"))
      #expect(site[path]?.contains("<script>alert") == false)
      #expect(site[path]?.contains("<b>") == false)
    }
  }

  @Test("the page of one service does not grow with the number of services")
  func pagesStaySmall() {
    func size(_ count: Int) -> Int {
      let services = (0..<count).map { Service("service\($0)", in: SampleLab.km01) }
      let lab = SampleLab.resolved(
        [SampleLab.lan, SampleLab.pve1, SampleLab.local, SampleLab.ubuntu, SampleLab.km01] + services)
      return Site(PortalContent(lab: lab, blueprint: Blueprint(for: lab)))["service/service7.html"]?.utf8.count ?? 0
    }
    let small = size(100), large = size(400)
    #expect(small > 0)
    #expect(Double(large) / Double(small) < 1.1)
  }
}
