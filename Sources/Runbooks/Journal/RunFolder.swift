import Diagnostics

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

/// The folder that journals live in.
///
/// `<run>.jsonl`, beside it `<run>.plan.json`, the plan the run was started with, `index`, which anchors the journals,
/// and `locks`.
public struct RunFolder: Sendable, Hashable {
  /// Where a run is kept when nobody says otherwise, below the current folder.
  public static let standard = ".rackbook/runs"

  /// The folder's path.
  public var path: String

  /// Names a folder; it need not exist yet.
  public init(_ path: String) { self.path = path }

  /// The ids of all runs, oldest first.
  ///
  /// - Throws: ``FileFailure`` if the folder cannot be listed; a folder that is not there has no runs.
  public func runs() throws -> [String] {
    guard let stream = opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileFailure(path: path, action: "list")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".jsonl") { names.append(String(name.dropLast(6))) }
    }
    return names.sorted()
  }

  /// The ids of the runs that may be of a runbook, by their names; the journal has the last word.
  func runs(of runbook: String) throws -> [String] {
    let part = "-\(Self.fileName(runbook))-"
    return try runs().filter { $0.contains(part) }
  }

  /// Reads a run's journal.
  ///
  /// - Throws: ``RunRefusal`` if there is no such run, ``FileFailure`` if it cannot be read.
  public func journal(of run: String) throws -> JournalReading { JournalReading(try journalBytes(of: run)) }

  /// The bytes of a run's journal.
  func journalBytes(of run: String) throws -> [UInt8] {
    guard !run.isEmpty, !run.contains("/"), access(journalPath(run), F_OK) == 0 else {
      if let anchor = try index.anchor(of: run) {
        throw RunRefusal("the journal of '\(run)' is gone; the index knows of \(anchor.records) lines")
      }
      let hint = NearMiss.suggestion(for: run, in: try runs()).map { "; \($0)" } ?? ""
      throw RunRefusal("there is no run '\(run)' in '\(path)'\(hint)")
    }
    return try read(journalPath(run))
  }

  /// Reads the plan a run was started with, and makes sure that it is that plan.
  ///
  /// - Throws: ``FileFailure``, ``RunbookPlan/Unreadable``, or ``RunRefusal`` if the plan's hash is another.
  public func plan(of run: String, hash: String) throws -> RunbookPlan {
    let plan = try RunbookPlan(bytes: try read(planPath(run)))
    guard plan.hash == hash else {
      throw RunRefusal("the plan '\(planPath(run))' is not the one the run was started with: its hash is another")
    }
    return plan
  }

  /// Makes the folder, for its owner only.
  func make() throws {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? part : "/\(part)"
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw FileFailure(path: made, action: "make") }
    }
  }

  /// Stores the plan beside the journal.
  func store(_ plan: RunbookPlan, for run: String) throws {
    try DurableFile(creating: planPath(run)).append(plan.bytes)
  }

  /// Where a run's journal is.
  public func journalPath(_ run: String) -> String { "\(path)/\(run).jsonl" }

  /// What anchors the journals.
  public var index: RunIndex { RunIndex("\(path)/index") }

  /// Where a run's plan is.
  public func planPath(_ run: String) -> String { "\(path)/\(run).plan.json" }

  /// Where the files of locks are.
  var lockFolder: String { "\(path)/locks" }

  /// Makes the folder and that of its locks, for their owner only.
  func makeLockFolder() throws { try RunFolder(lockFolder).make() }

  /// A process of a run that still runs, in one phrase; nothing where none does.
  func livingProcess(of run: String) -> String? {
    guard let reading = try? journal(of: run) else { return nil }
    guard let left = RunState(reading.records).processes.first(where: { $0.process.isAlive }) else { return nil }
    return "process \(left.process.pid) of step '\(left.place.step)' of the run '\(run)' still runs; "
      + "take that run up with --resume \(run)"
  }

  /// A new run's id: when, what, and four letters against two runs of the same second.
  func newRun(of runbook: String, at time: String) -> String {
    let stamp = time.filter { $0.isASCII && ($0.isNumber || $0 == "T") }.prefix(15)
    let letters = (0..<4).map { _ in "abcdefghijkmnpqrstuvwxyz23456789".randomElement() ?? "a" }
    return "\(stamp)Z-\(Self.fileName(runbook))-\(String(letters))"
  }

  /// A runbook's id as part of a file's name.
  private static func fileName(_ runbook: String) -> String {
    String(runbook.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "." })
  }

  private func read(_ file: String) throws -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw FileFailure(path: file, action: "read", code: access(file, R_OK) == 0 ? EIO : errno)
    }
    return Array(bytes)
  }
}
