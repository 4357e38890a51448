import Blueprint
import Checks
import Diagnostics
import Documents
import LabModel

/// Changes files as the lab's patches say, after everything else was made.
struct Patching {
  private var artifacts: [Artifact]
  private let positions: [String: Int]

  /// Applies every patch in the order of declaration.
  ///
  /// - Parameters:
  ///   - patches: The patches.
  ///   - artifacts: The files.
  ///   - log: Where a patch that does not fit is reported; it changes nothing then.
  /// - Returns: The files, changed.
  static func apply(
    _ patches: [Patch], to artifacts: [Artifact], reporting log: inout DiagnosticLog
  ) -> [Artifact] {
    guard !patches.isEmpty else { return artifacts }
    var patching = Patching(artifacts)
    for patch in patches { patching.apply(patch, reporting: &log) }
    return patching.artifacts
  }

  private init(_ artifacts: [Artifact]) {
    self.artifacts = artifacts
    self.positions = Dictionary(
      artifacts.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func apply(_ patch: Patch, reporting log: inout DiagnosticLog) {
    guard let position = positions[patch.path] else {
      log.add(
        HatchRules.noFile.diagnostic(
          about: patch.id, "\(patch.path) is no file that is made",
          solutions: NearMiss.suggestion(for: patch.path, in: positions.keys).map { [$0] } ?? []))
      return
    }
    guard var document = artifacts[position].document else {
      log.add(
        HatchRules.noTree.diagnostic(
          about: patch.id, "\(patch.path) is text for Rackbook, no tree: it cannot be patched"))
      return
    }
    guard let root = Self.root(of: document, for: patch, reporting: &log) else { return }
    let before = DocumentShape.problems(of: document.roots[root], as: document.kind)
    for operation in patch.operations {
      guard let problem = Self.apply(operation, to: &document.roots[root], of: patch) else { continue }
      log.add(problem)
      return
    }
    for problem in DocumentShape.problems(of: document.roots[root], as: document.kind) where !before.contains(problem) {
      log.add(
        problem.rule.diagnostic(
          about: patch.id, "\(patch.path) as \(patch.id) leaves it: \(problem.message)", solutions: problem.solutions))
    }
    document.remarks.append(Document.Remark("Patched (\(patch.name)): \(patch.reason).", from: patch.declared))
    artifacts[position].document = document
  }

  /// Which document of the file is meant.
  private static func root(
    of document: Document, for patch: Patch, reporting log: inout DiagnosticLog
  ) -> Int? {
    let names = document.roots.map(name)
    if let wanted = patch.document {
      let matches = names.indices.filter { names[$0] == wanted }
      if matches.count == 1 { return matches.first }
      log.add(
        HatchRules.noPlace.diagnostic(
          about: patch.id, "\(patch.path) has \(matches.isEmpty ? "no" : "more than one") object '\(wanted)'",
          solutions: NearMiss.suggestion(for: wanted, in: names.compactMap { $0 }).map { [$0] } ?? []))
      return nil
    }
    if names.count == 1 { return 0 }
    log.add(
      HatchRules.noPlace.diagnostic(
        about: patch.id, "\(patch.path) has \(names.count) objects, and the patch does not say which it means",
        solutions: names.compactMap { $0 }.prefix(5).map { "write document: \"\($0)\"" }))
    return nil
  }

  /// `Kind/name` of a Kubernetes object.
  private static func name(_ root: Node) -> String? {
    guard case .string(let kind)? = root["kind"]?.content, case .string(let name)? = root["metadata"]?["name"]?.content
    else { return nil }
    return "\(kind)/\(name)"
  }

  /// Does one operation; gives what is wrong with it.
  private static func apply(_ operation: Patch.Operation, to root: inout Node, of patch: Patch) -> Diagnostic? {
    func problem(_ rule: Rule, _ message: String, solutions: [String] = []) -> Diagnostic {
      rule.diagnostic(about: patch.id, at: operation.declared, message, solutions: solutions)
    }
    guard let pointer = Pointer(operation.place) else {
      return problem(
        HatchRules.noPlace, "'\(operation.place)' is no JSON Pointer: it begins with a slash, and ~ is written ~0")
    }
    do throws(EditFailure) {
      let before = root
      switch operation.action {
      case .add(let value): try root.add(value.from(operation.declared), at: pointer)
      case .replace(let value): try root.replace(at: pointer, with: value.from(operation.declared))
      case .remove: try root.remove(at: pointer)
      case .merge(let value): try root.merge(value.from(operation.declared), at: pointer)
      case .test(let value):
        let found = try root.node(at: pointer)
        return found.hasSameValue(as: value)
          ? nil
          : problem(HatchRules.testFails, "\(shown(pointer)) of \(patch.path) is \(shown(found)), not \(shown(value))")
      }
      guard !patch.allowsNoChange, root.hasSameValue(as: before) else { return nil }
      return problem(HatchRules.noChange, "\(operation.summary) changes nothing: \(patch.path) says so already")
    } catch {
      return failure(error, at: pointer, of: patch, problem)
    }
  }

  private static func failure(
    _ failure: EditFailure, at pointer: Pointer, of patch: Patch,
    _ problem: (Rule, String, [String]) -> Diagnostic
  ) -> Diagnostic {
    let place = shown(pointer)
    switch failure {
    case .noPlace(let around, let missing, let there):
      let suggestion = NearMiss.suggestion(for: missing, in: there)
      let listed =
        there.isEmpty ? "it is empty" : "there is " + there.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
      return problem(
        HatchRules.noPlace, "\(place) is not there in \(patch.path): \(shown(around)) has no '\(missing)'",
        [suggestion ?? listed])
    case .noContainer(let around):
      return problem(
        HatchRules.noPlace, "\(place) is not there in \(patch.path): \(shown(around)) is neither a mapping nor a list",
        [])
    case .root:
      return problem(HatchRules.noPlace, "the root of \(patch.path) cannot be taken out", [])
    }
  }

  private static func shown(_ pointer: Pointer) -> String {
    pointer.tokens.isEmpty ? "the root" : "\(pointer)"
  }

  private static func shown(_ node: Node) -> String {
    let lines = JSON.print(node).text.split(separator: "\n")
    return lines.count == 1 && lines[0].count <= 80 ? String(lines[0]) : "something else"
  }
}
