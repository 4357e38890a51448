import Foundation
import Testing

/// A mistake put into an emitted file, and the tool that has to find it.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  /// The first words of the verification's title.
  let tool: String
  /// The file, below the build folder.
  let file: String
  /// What stands in the file.
  let text: String
  /// What is put in its place, once.
  let mistake: String

  init(_ tool: String, _ file: String, replacing text: String, with mistake: String) {
    self.tool = tool
    self.file = file
    self.text = text
    self.mistake = mistake
  }

  var testDescription: String { "\(tool): \(text) -> \(mistake)" }

  /// A copy of a tree with the mistake in it.
  func planted(in tree: Tree) throws -> Tree {
    let copy = try Tree(copying: tree)
    let path = copy.folder.appending(path: file)
    var content = try String(contentsOf: path, encoding: .utf8)
    let range = try #require(content.range(of: text), "\(file) has no \(text) to spoil")
    content.replaceSubrange(range, with: mistake)
    try content.write(to: path, atomically: false, encoding: .utf8)
    return copy
  }

  static let all = [
    PlantedFault("ansible-inventory", "ansible/inventory.yml", replacing: "    docker:\n", with: "   docker:\n"),
    PlantedFault("yamllint", "ansible/inventory.yml", replacing: "  hosts:", with: "  hosts:  "),
    PlantedFault("terraform", "terraform/mini/main.tf.json", replacing: "\"cores\": 4", with: "\"kores\": 4"),
    PlantedFault("terraform", "terraform/mini/main.tf.json", replacing: "\"cores\": 4", with: "\"cores\": \"four\""),
    PlantedFault("terraform", "terraform/mini/main.tf.json", replacing: "\"node_name\"", with: "\"node\""),
    PlantedFault(
      "terraform", "terraform/mini/main.tf.json", replacing: "  \"192.168.1.1\"\n", with: "\"192.168.1.999\""),
    PlantedFault(
      "terraform", "terraform/mini/providers.tf.json", replacing: "proxmox_endpoint", with: "proxmox_endpont"),
  ]
}
