import Blueprint
import Diagnostics
import Documents
import Foundation
import LabModel
import Testing

@testable import Compiler

/// The source map held against what really happens when a value of the lab changes.
@Suite("The source map")
struct SourceMapTests {
  static let file = "Generated/Lab.swift"

  /// The lines of a file with the places they depend on.
  struct Lines {
    var texts: [String]
    var places: [[Diagnostics.SourceLocation]]

    init(_ artifact: Artifact?) {
      let text = artifact?.text ?? PrintedText()
      texts = artifact.map { BuildState.lines($0.text.bytes) } ?? []
      places = texts.indices.map { text.origins(ofLine: $0 + 1) }
    }

    /// The lines as a comparison sees them: equal lines of different declarations are told apart.
    var keys: [String] { zip(texts, places).map { "\($0) \($1.first.map { "\($0)" } ?? "")" } }
  }

  static func files(_ lab: ResolvedLab) throws -> [String: Artifact] {
    let compilation = compile(lab, withPortal: false)
    try #require(compilation.isAccepted, "\(compilation.diagnostics.filter { $0.severity == .error })")
    return Dictionary(compilation.artifacts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Lines that differ between two builds of a lab, with the places that their map names.
  static func changes(
    from old: [String: Artifact], to new: [String: Artifact]
  ) -> [(path: String, line: String, isNew: Bool, places: [Diagnostics.SourceLocation])] {
    Set(old.keys).union(new.keys).sorted().flatMap { path in
      let (before, after) = (Lines(old[path]), Lines(new[path]))
      return LineDiff(before.keys, after.keys).hunks.flatMap { hunk in
        hunk.old.map { (path, before.texts[$0], false, before.places[$0]) }
          + hunk.new.map { (path, after.texts[$0], true, after.places[$0]) }
      }
    }
  }

  @Test("knows for at least 99 of 100 lines that change the line of the lab that was changed")
  func mutation() throws {
    let knobs = Knobs()
    let old = try Self.files(GeneratedLab(knobs: knobs).resolved)
    let asked = Set(knobs.asked).sorted { $0.name < $1.name }
    var (changed, mapped) = (0, 0)
    var unmapped: [String] = []
    for knob in asked {
      let new = try Self.files(GeneratedLab(knobs: Knobs(changing: knob.name)).resolved)
      let place = Diagnostics.SourceLocation(Self.file, Int(knob.line))
      for change in Self.changes(from: old, to: new) {
        changed += 1
        if change.places.contains(place) {
          mapped += 1
        } else {
          unmapped.append("\(knob.name) changes \(change.path): \(change.line) \(change.places)")
        }
      }
    }
    let share = Double(mapped) / Double(max(changed, 1))
    print("source map by mutation: \(asked.count) values, \(changed) lines changed, \(mapped) of them mapped")
    #expect(changed > 300)
    #expect(share >= 0.99, "\(mapped) of \(changed): \(unmapped.prefix(40).joined(separator: "\n"))")
  }

  @Test("names exactly the lines that go with a service that is taken out")
  func removal() throws {
    let old = try Self.files(GeneratedLab(knobs: Knobs()).resolved)
    var (expected, found, surprises) = (0, 0, [String]())
    for number in 0..<3 {
      let places = Set((0..<4).map { Diagnostics.SourceLocation(Self.file, 300 + 10 * number + $0) })
      let new = try Self.files(GeneratedLab(without: number, knobs: Knobs()).resolved)
      let gone = Self.changes(from: old, to: new).filter { !$0.isNew }
      for change in gone where places.isDisjoint(with: change.places) { surprises.append("\(change)") }
      let own = old.values.flatMap { Lines($0).places }.count { $0.first.map(places.contains) ?? false }
      expected += own
      found += gone.count { $0.places.first.map(places.contains) ?? false }
    }
    print("source map by removal: \(expected) lines of 3 services, \(found) gone, \(surprises.count) of others")
    #expect(expected > 50)
    #expect(found == expected)
    #expect(surprises.count * 100 <= expected, "\(surprises.prefix(20).joined(separator: "\n"))")
  }

  @Test("has a place for every line of every file")
  func complete() throws {
    for artifact in try Self.files(GeneratedLab(knobs: Knobs()).resolved).values {
      let without = artifact.text.origins.indices.filter { artifact.text.origins[$0] == nil }
      #expect(without.isEmpty, "\(artifact.path): lines \(without.prefix(5)) come from nowhere")
    }
  }
}
