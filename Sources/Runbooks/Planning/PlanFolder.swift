import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The plans in a build folder: all that a run needs when neither the lab's sources nor a toolchain is at hand.
public struct PlanFolder: Sendable, Hashable {
  /// The build folder; the plans are in its `runbooks/<thing>/<runbook>.json`.
  public var path: String

  /// Names a build folder; it need not exist.
  public init(_ path: String) { self.path = path }

  /// The ids of all plans, sorted; none where there is no such folder.
  public var ids: [String] {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: "\(path)/runbooks")) ?? []
    return files.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The hash of what was built, the portal apart, which tells of runs too; nothing where that cannot be told.
  ///
  /// It changes with everything that the lab gives, not only with the runbooks.
  public var labHash: String? {
    struct Manifest: Decodable { var files: [String: String] }
    guard let data = FileManager.default.contents(atPath: "\(path)/manifest.json"),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else { return nil }
    let files = manifest.files.filter { !$0.key.hasPrefix("portal/") }
    return SHA256.hex(of: files.map { "\($0.key) \($0.value)\n" }.sorted().joined().utf8.map { $0 })
  }

  /// Reads a plan; nothing where the folder has none of this id.
  ///
  /// - Throws: ``RunbookPlan/Unreadable`` if the file is no plan, or that of another id.
  public func plan(_ id: String) throws -> RunbookPlan? {
    guard ids.contains(id), let data = FileManager.default.contents(atPath: "\(path)/runbooks/\(id).json") else {
      return nil
    }
    let plan = try RunbookPlan(bytes: Array(data))
    guard plan.id == id else {
      throw RunbookPlan.Unreadable(description: "the plan in '\(path)/runbooks/\(id).json' is that of '\(plan.id)'")
    }
    return plan
  }
}
