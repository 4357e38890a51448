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
      let path = relative(asked.file, to: folder)
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

  private static func relative(_ file: String, to folder: BuildFolder) -> String {
    let trimmed = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    return trimmed.hasPrefix("\(folder.path)/") ? String(trimmed.dropFirst(folder.path.count + 1)) : trimmed
  }

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

  /// Why nothing came from a line: with the nearest line of the same file that something came from.
  private static func nothing(from asked: SourceLocation, _ map: [String: SourceMap.Runs]) -> PlanFailure {
    let known = Set(map.values.flatMap(\.allPlaces))
    let near = known.filter { $0.file == asked.file }.min { abs($0.line - asked.line) < abs($1.line - asked.line) }
    let solutions =
      near.map { ["ask for \($0), the nearest line that something came from"] }
      ?? NearMiss.suggestion(for: asked.file, in: Set(known.map(\.file)).union(map.keys)).map { [$0] } ?? []
    return PlanFailure(
      PlanRules.noOrigin.diagnostic("nothing in the build came from \(asked)", solutions: solutions))
  }
}
