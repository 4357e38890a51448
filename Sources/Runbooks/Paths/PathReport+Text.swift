import Documents

extension PathReport {
  /// The report for people, a line at a time.
  ///
  /// - Parameter withPaths: Whether every path is listed.
  /// - Returns: The lines.
  public func lines(withPaths: Bool = false) -> [String] {
    var lines = ["\(runbook): \(Self.plural(paths.count, "path")), \(coverage) % covered (\(Self.list(ends)))"]
    if !isWhole { lines.append("  not all paths were walked; --at-most allows more") }
    for finding in findings {
      let place = finding.line.map { "\(source):\($0): " } ?? ""
      lines.append("  \(place)\(finding.message)")
      if let path = finding.path { lines.append("    on the path '\(path)'") }
    }
    let told = Set(findings.filter { $0.kind == .neverReached }.compactMap(\.step))
    for element in missed {
      if case .step(let id) = element, told.contains(id) { continue }
      lines.append("  \(element)")
    }
    if !leftBehind.isEmpty {
      lines.append("  has no undo, and is left by one: \(leftBehind.joined(separator: ", "))")
    }
    if withPaths {
      lines += paths.map { path in
        "  \(path.ends.rawValue)\(path.step.map { " at \($0)" } ?? ""): \(path.scenario)"
      }
    }
    return lines
  }

  /// One line about several runbooks.
  public static func summary(of reports: [PathReport]) -> String {
    let reached = reports.reduce(0) { $0 + $1.counts.reached }
    let all = reports.reduce(0) { $0 + $1.counts.all }
    let paths = reports.reduce(0) { $0 + $1.paths.count }
    let findings = reports.reduce(0) { $0 + $1.findings.count }
    return
      "\(plural(reports.count, "runbook")), \(plural(paths, "path")), \(all == 0 ? 100 : reached * 100 / all) % covered "
      + "(\(reached) of \(all)), \(plural(findings, "finding"))"
  }

  /// The report for programs.
  public var tree: Node {
    [
      "runbook": .string(runbook), "source": .string(source), "coverage": .int(coverage),
      "reached": .int(counts.reached), "all": .int(counts.all), "whole": .bool(isWhole),
      "ends": .mapping(ends.map { ($0.result.rawValue, .int($0.count)) }),
      "findings": .sequence(findings.map(\.tree)), "left": .strings(leftBehind),
      "missed": .sequence(missed.map { .string("\($0)") }),
      "paths": .sequence(
        paths.map { path in
          var tree: [(String, Node)] = [("ends", .string(path.ends.rawValue))]
          if let step = path.step { tree.append(("step", .string(step))) }
          return .mapping(tree + [("under", .string("\(path.scenario)"))])
        }),
    ]
  }

  private static func plural(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  private static func list(_ ends: [(result: RunResult, count: Int)]) -> String {
    ends.map { "\($0.count) \($0.result.rawValue)" }.joined(separator: ", ")
  }
}

extension PathFinding {
  fileprivate var tree: Node {
    var tree: [(String, Node)] = [("kind", .string(kind.rawValue)), ("message", .string(message))]
    if let step { tree.append(("step", .string(step))) }
    if let line { tree.append(("line", .int(line))) }
    if let path { tree.append(("path", .string(path))) }
    return .mapping(tree)
  }
}
