import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `new`: a package with a lab of ten lines.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a package with a lab of ten lines, ready to be changed.")

  @Argument(help: "The lab's name: letters, digits and hyphens; its folder is called so too.")
  var name: String

  @OptionGroup var dependency: DependencyOptions

  func run() throws {
    guard let scaffold = Scaffold(name: name) else {
      throw ValidationError("'\(name)' is no name for a lab: use letters, digits and hyphens, a letter first")
    }
    guard !FileManager.default.fileExists(atPath: name) else {
      throw ValidationError("'\(name)' exists already; nothing was written")
    }
    for (path, text) in try scaffold.files(using: try dependency.reference) {
      let target = URL(filePath: "\(name)/\(path)")
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: target, options: .withoutOverwriting)
    }
    print("\(name): a lab of ten lines. Next: cd \(name) && swift run \(scaffold.module) check")
  }
}
