#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whether enough people could approve the steps that ask for it.
struct ApprovalReadiness {
  /// The file of those who may approve, as OpenSSH has its allowed signers.
  let allowedSigners: String

  func findings(_ plan: RunbookPlan) -> [ReadinessFinding] {
    plan.allSteps.compactMap { step in
      guard case .approval(let approval) = step.kind else { return nil }
      let subject = "approval of \(step.id)"
      guard let data = FileManager.default.contents(atPath: allowedSigners) else {
        return .init(state: .not, subject: subject, reason: "\(allowedSigners) cannot be read")
      }
      let known = Self.names(in: String(decoding: data, as: UTF8.self))
      let able = approval.from.isEmpty ? known : known.intersection(approval.from)
      return .init(
        state: able.count >= approval.count ? .ok : .not, subject: subject,
        reason: "\(able.count) may approve, \(approval.count) must")
    }
  }

  /// The names that lines begin with, several of them joined by commas.
  private static func names(in text: String) -> Set<String> {
    var names: Set<String> = []
    for line in text.split(separator: "\n") where !line.trimmed.hasPrefix("#") {
      guard let first = line.split(separator: " ").first else { continue }
      for name in first.split(separator: ",") { names.insert(String(name)) }
    }
    return names
  }
}
