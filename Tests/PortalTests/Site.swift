import Blueprint
import Diagnostics
import Documents
import Portal

/// A portal in memory, by path below its folder.
struct Site: Equatable {
  private let files: [String: String]

  init(_ content: PortalContent) {
    var log = DiagnosticLog()
    let artifacts = Portal.artifacts(of: content, reporting: &log)
    files = Dictionary(
      artifacts.map { (String($0.path.dropFirst("portal/".count)), $0.text.text) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(_ path: String) -> String? { files[path] }

  var pages: [String] { files.keys.filter { $0.hasSuffix(".html") }.sorted() }

  /// What `href` and `src` of a page say.
  func links(of path: String) -> [String] {
    let html = files[path] ?? ""
    return [" href=\"", " src=\"", " action=\""].flatMap { name in
      html.split(separator: name).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
  }

  /// The path that a relative link leads to.
  func resolve(_ link: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast()
    for part in link.prefix(while: { $0 != "#" && $0 != "?" }).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
