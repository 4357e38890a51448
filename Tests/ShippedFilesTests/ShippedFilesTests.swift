import Foundation
import ShippedFiles
import Testing

@Suite("Files that travel inside the binary")
struct ShippedFilesTests {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(
    "every file of the folder is in the list, and nothing else",
    arguments: ["docs/diagnostics", "site", "runbooks", "templates"])
  func listIsComplete(folder: String) throws {
    #expect(ShippedFiles.paths(below: folder) == Self.files(below: folder))
  }

  @Test("the site has files, so that the comparison means something")
  func siteIsNotEmpty() {
    #expect(!ShippedFiles.paths(below: "site").isEmpty)
  }

  @Test("a shipped file is the file of the repository, byte for byte", arguments: ShippedFiles.paths)
  func sameBytes(path: String) throws {
    let onDisk = try Data(contentsOf: Self.repository.appending(path: path))
    #expect(ShippedFiles.bytes(of: path) == Array(onDisk))
  }

  @Test("a path that is not shipped gives nothing")
  func unknownPath() {
    #expect(ShippedFiles.bytes(of: "site/no-such-file.css") == nil)
    #expect(ShippedFiles.text(of: "") == nil)
  }

  private static func files(below folder: String) -> [String] {
    let top = repository.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: top.path())?.compactMap { $0 as? String } ?? []
    return
      found
      .filter { path in
        var isFolder: ObjCBool = false
        let name = path.split(separator: "/").last ?? ""
        return FileManager.default.fileExists(atPath: top.appending(path: path).path(), isDirectory: &isFolder)
          && !isFolder.boolValue && !name.hasPrefix(".")
      }
      .map { "\(folder)/\($0)" }.sorted()
  }
}
