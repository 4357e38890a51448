import Blueprint
import Diagnostics
import Documents

extension Plan {
  /// Compares two builds.
  ///
  /// - Parameters:
  ///   - old: What was.
  ///   - new: What will be.
  public init(from old: BuildState, to new: BuildState) {
    sides = Sides(old.title, new.title)
    remarks = old.remarks + new.remarks
    otherFiles = []
    files = Self.files(from: old, to: new)
    things = []
    guard let after = new.snapshot ?? old.snapshot else {
      otherFiles = files.map(\.path)
      return
    }
    // Where there is nothing to compare with, everything is new; where only the meaning is missing, nothing is said of it.
    let before = old.snapshot ?? (old.files.isEmpty ? nil : after)
    let comparison = ThingComparison(from: before, to: after)
    var changes = comparison.changes
    let owners = FileOwners(from: before, to: after)
    for file in files {
      let changed = Set(changes.keys)
      let things = owners.things(of: file.path, from: old.files[file.path], to: new.files[file.path], among: changed)
      if things.isEmpty { otherFiles.append(file.path) }
      for id in things { changes[id, default: comparison.unchanged(id)].files.append(file.path) }
    }
    let causes = Causes(from: before, to: after)
    things = comparison.order.compactMap { id in
      guard var change = changes[id] else { return nil }
      change.cause = causes.cause(of: id)
      return change
    }
  }

  /// Compares two builds that stand side by side, such as two environments: nothing is at stake.
  ///
  /// Files in a folder that has the lab's name are compared with those in the folder that has the other lab's.
  ///
  /// - Parameters:
  ///   - left: One side.
  ///   - right: The other.
  public init(comparing left: BuildState, with right: BuildState) {
    var left = left
    if let old = left.snapshot?.lab, let new = right.snapshot?.lab {
      let renamed = left.files.map { path, file in
        (path.split(separator: "/").map { $0 == old ? new : String($0) }.joined(separator: "/"), file)
      }
      left.files = Dictionary(renamed, uniquingKeysWith: { first, _ in first })
    }
    self.init(from: left, to: right)
    isChange = false
  }

  /// What another version of Rackbook alone changes, as far as that can be told; what cannot be told is counted.
  ///
  /// - Parameters:
  ///   - old: What was built.
  ///   - new: What would be.
  public init(upgrading old: BuildState, to new: BuildState) {
    let whole = Plan(from: old, to: new)
    let undecided = whole.only([.either]).things.count
    self = whole.only([.rackbook])
    if whole.things.allSatisfy({ $0.cause == .rackbook }) { (files, otherFiles) = (whole.files, whole.otherFiles) }
    let versions = [old.snapshot?.rackbook, new.snapshot?.rackbook].compactMap { $0 }
    if versions.count == 2 { remarks.append("Rackbook \(versions[0]) -> \(versions[1]).") }
    if undecided > 0 {
      remarks.append(
        "The lab changed, too: of \(undecided) things nobody can say which of both they follow from. Build the lab as it "
          + "was with this Rackbook first, then the lab as it is.")
    } else if things.isEmpty, !whole.things.isEmpty {
      remarks.append("The lab's values changed, under the same Rackbook: see plan.")
    }
  }

  private static func files(from old: BuildState, to new: BuildState) -> [FileChange] {
    Set(old.files.keys).union(new.files.keys).sorted().compactMap { path in
      let (before, after) = (old.files[path]?.lines, new.files[path]?.lines)
      if before == after { return nil }
      let difference = LineDiff(before ?? [], after ?? [])
      return FileChange(
        path: path, kind: before == nil ? .added : after == nil ? .removed : .changed, added: difference.added,
        removed: difference.removed, diff: UnifiedDiff.text(path, from: before, to: after))
    }
  }
}

/// Which things the lines that differ belong to.
private struct FileOwners {
  private let old: [SourceLocation: [ThingID]]
  private let new: [SourceLocation: [ThingID]]

  init(from old: Snapshot?, to new: Snapshot) {
    self.old = Self.owners(old)
    self.new = Self.owners(new)
  }

  private static func owners(_ snapshot: Snapshot?) -> [SourceLocation: [ThingID]] {
    var owners: [SourceLocation: [ThingID]] = [:]
    for thing in snapshot?.things ?? [] {
      for place in Set([thing.origin] + thing.places) {
        if let location = SourceLocation(text: place) { owners[location, default: []].append(thing.id) }
      }
    }
    return owners
  }

  /// The things whose lines differ: those that change anyhow, and only where there are none of them, the others.
  func things(
    of path: String, from before: BuildState.File?, to after: BuildState.File?, among changed: Set<ThingID>
  ) -> [ThingID] {
    let hunks = LineDiff(before?.lines ?? [], after?.lines ?? []).hunks
    var places: Set<SourceLocation> = []
    var oldPlaces: Set<SourceLocation> = []
    for hunk in hunks {
      for line in hunk.new { places.formUnion(after?.origins.places(line) ?? []) }
      for line in hunk.old { oldPlaces.formUnion(before?.origins.places(line) ?? []) }
    }
    let touched = Set(places.flatMap { new[$0] ?? [] } + oldPlaces.flatMap { old[$0] ?? [] })
    let likely = touched.intersection(changed)
    return (likely.isEmpty ? touched : likely).sorted()
  }
}
