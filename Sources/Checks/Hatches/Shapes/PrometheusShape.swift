import Diagnostics
import Documents

/// Groups of rules of Prometheus.
enum PrometheusShape {
  private static let groupKeys: Set = ["name", "interval", "query_offset", "limit", "labels", "rules"]
  private static let ruleKeys: Set = ["alert", "record", "expr", "for", "keep_firing_for", "labels", "annotations"]

  static func problems(of root: Node) -> [DocumentShape.Problem] {
    guard root.entries?.map(\.key) == ["groups"], let groups = root["groups"]?.items else {
      return [.init(TerraformShape.rule, "rules of Prometheus are a mapping whose one key is 'groups', a list")]
    }
    return groups.enumerated().flatMap { index, group -> [DocumentShape.Problem] in
      guard let name = group["name"]?.string, let rules = group["rules"]?.items else {
        return [.init(TerraformShape.rule, "group \(index + 1) needs a name and a list of rules")]
      }
      return unknown(in: group, besides: groupKeys, "group '\(name)'")
        + rules.enumerated().flatMap { problems(of: $1, "rule \($0 + 1) of group '\(name)'") }
    }
  }

  private static func problems(of rule: Node, _ called: String) -> [DocumentShape.Problem] {
    guard rule["expr"]?.string != nil, (rule["alert"]?.string == nil) != (rule["record"]?.string == nil) else {
      return [.init(TerraformShape.rule, "\(called) needs an expr, and either alert or record")]
    }
    return unknown(in: rule, besides: ruleKeys, called)
  }

  private static func unknown(in node: Node, besides known: Set<String>, _ called: String) -> [DocumentShape.Problem] {
    (node.entries ?? []).filter { !known.contains($0.key) }.map {
      .init(
        TerraformShape.rule, "\(called) has an unknown key '\($0.key)'",
        solutions: [NearMiss.suggestion(for: $0.key, in: known)])
    }
  }
}
