import Foundation
import Testing

/// A mistake put into an emitted file, and the tool that has to find it.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  /// The lab whose file is spoiled.
  let lab: ExampleLab
  /// The first words of the verification's title.
  let tool: String
  /// The file, below the build folder.
  let file: String
  /// What stands in the file.
  let text: String
  /// What is put in its place, once.
  let mistake: String

  init(_ lab: ExampleLab, _ tool: String, _ file: String, replacing text: String, with mistake: String) {
    self.lab = lab
    self.tool = tool
    self.file = file
    self.text = text
    self.mistake = mistake
  }

  var testDescription: String { "\(tool): \(text) -> \(mistake)" }

  /// A copy of what the lab emits, with the mistake in it.
  func planted() throws -> Tree {
    let copy = try Tree(copying: lab.emitted.tree)
    let path = copy.folder.appending(path: file)
    var content = try String(contentsOf: path, encoding: .utf8)
    let range = try #require(content.range(of: text), "\(file) has no \(text) to spoil")
    content.replaceSubrange(range, with: mistake)
    try content.write(to: path, atomically: false, encoding: .utf8)
    return copy
  }
}
