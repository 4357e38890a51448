#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether nobody else is at what the runbook holds while it runs; the locks are not touched.
struct LockReadiness {
  let folder: RunFolder

  func findings(_ plan: RunbookPlan) -> [ReadinessFinding] {
    Set(plan.resources).sorted().map { resource in
      let subject = "lock \(resource)"
      let path = "\(folder.lockFolder)/\(ResourceLock.fileName(resource))"
      guard let holder = FileManager.default.contents(atPath: path).flatMap({ LockHolder(bytes: Array($0)) }) else {
        return ReadinessFinding(state: .ok, subject: subject, reason: "free")
      }
      if kill(holder.by.pid, 0) == 0 || errno == EPERM {
        return ReadinessFinding(state: .not, subject: subject, reason: "held by \(holder)")
      }
      if let rest = folder.livingProcess(of: holder.run) {
        return ReadinessFinding(state: .not, subject: subject, reason: rest)
      }
      return ReadinessFinding(state: .ok, subject: subject, reason: "free; its last holder was killed")
    }
  }
}
