import Diagnostics

/// Answers where a line came from, and what came from a line, out of the source map of a build folder.
public enum LineOrigin {
  /// What a place leads to.
  public enum Answer: Sendable, Hashable {
    /// The places of the lab that a line of a file depends on, the one it stands for first.
    case lab([SourceLocation])
    /// The lines of files that depend on a line of the lab.
    case files([Line])
  }

  /// A line of a file of a build.
  public struct Line: Sendable, Hashable {
    /// The file's path with the build folder, and the line.
    public var place: SourceLocation
    /// What stands there.
    public var text: String
  }

  /// Looks a place up.
  ///
  /// - Parameters:
  ///   - place: A line as `file:line`: of a file below the build folder, with the folder's path or without it, or of the
  ///     lab's sources.
  ///   - folder: The build folder.
  /// - Returns: Where it leads; at least one place.
  /// - Throws: ``PlanFailure`` where it is no line, or leads nowhere.
  public static func find(_ place: String, in folder: BuildFolder) throws(PlanFailure) -> Answer {
    guard let asked = SourceLocation(text: place), asked.line > 0 else {
      throw PlanFailure(PlanRules.noOrigin.diagnostic("'\(place)' is no file:line"))
    }
    do {
      let map = try folder.sourceMap()
      guard !map.isEmpty else {
        throw PlanFailure(PlanRules.noSnapshot.diagnostic("\(folder.path) has no \(SourceMap.fileName)"))
      }
      let path = relative(asked.file, to: folder, among: map)
      if let runs = map[path] { return .lab(try places(of: asked.line, in: path, runs, folder)) }
      let lines = try lines(from: asked, map, folder)
      if lines.isEmpty { throw nothing(from: asked, map) }
      return .files(lines)
    } catch let failure as PlanFailure {
      throw failure
    } catch {
      throw PlanFailure(PlanRules.noOrigin.diagnostic("\(error)"))
    }
  }

  private static func relative(
    _ file: String, to folder: BuildFolder, among map: [String: SourceMap.Runs]
  ) -> String {
    let trimmed = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    if trimmed.hasPrefix("\(folder.path)/") { return String(trimmed.dropFirst(folder.path.count + 1)) }
    // The same folder by another way: an absolute path, or one from above it.
    let marked = "/\(lastPart(of: folder.path))/"
    let whole = "/\(trimmed)"
    let below = whole.ranges(of: marked).map { String(whole[$0.upperBound...]) }
    return below.first { map[$0] != nil } ?? trimmed
  }

  private static func lastPart(of path: String) -> Substring { path.split(separator: "/").last ?? "" }

  private static func places(
    of line: Int, in path: String, _ runs: SourceMap.Runs, _ folder: BuildFolder
  ) throws -> [SourceLocation] {
    let count = try BuildState.lines(folder.bytes(of: path) ?? []).count
    guard line <= count else {
      throw PlanFailure(PlanRules.noOrigin.diagnostic("\(path) has \(count) lines, there is no line \(line)"))
    }
    let places = runs.places(ofLine: line)
    guard !places.isEmpty else {
      throw PlanFailure(PlanRules.noOrigin.diagnostic("line \(line) of \(path) comes from no line of the lab"))
    }
    return places
  }

  private static func lines(
    from asked: SourceLocation, _ map: [String: SourceMap.Runs], _ folder: BuildFolder
  ) throws -> [Line] {
    var found: [Line] = []
    for (path, runs) in map.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where runs.mentions(asked) {
      for (index, text) in try BuildState.lines(folder.bytes(of: path) ?? []).enumerated()
      where runs.places(ofLine: index + 1).contains(asked) {
        found.append(Line(place: SourceLocation("\(folder.path)/\(path)", index + 1), text: text))
      }
    }
    return found
  }

  /// Files that may have been meant: with nearly the same path, of the same name elsewhere, or of nearly the same name.
  private static func suggestion(for file: String, in files: Set<String>) -> String? {
    if let near = NearMiss.suggestion(for: file, in: files) { return near }
    let names = Dictionary(grouping: files.sorted(), by: { String(lastPart(of: $0)) })
    let asked = String(lastPart(of: file))
    let meant = names[asked] ?? NearMiss.candidates(for: asked, in: names.keys).flatMap { names[$0] ?? [] }
    return meant.isEmpty ? nil : "did you mean \(meant.prefix(3).map { "'\($0)'" }.joined(separator: " or "))?"
  }

  /// Why nothing came from a line: with the nearest line of the same file that something came from.
  private static func nothing(from asked: SourceLocation, _ map: [String: SourceMap.Runs]) -> PlanFailure {
    let known = Set(map.values.flatMap(\.allPlaces))
    let near = known.filter { $0.file == asked.file }.min { abs($0.line - asked.line) < abs($1.line - asked.line) }
    let solutions =
      near.map { ["ask for \($0), the nearest line that something came from"] }
      ?? suggestion(for: asked.file, in: Set(known.map(\.file)).union(map.keys)).map { [$0] } ?? []
    return PlanFailure(
      PlanRules.noOrigin.diagnostic("nothing in the build came from \(asked)", solutions: solutions))
  }
}
