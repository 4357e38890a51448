import Blueprint
import Compiler
import Diagnostics
import Documents

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes one of two small trees into a folder, so that tests can end it at every call that writes.
@main struct BuildProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let version = Int(arguments[2]) else {
      print("usage: build-probe FOLDER 1|2")
      return
    }
    do {
      let outcome = try BuildFolder(arguments[1]).write(tree(version), lab: "probe")
      print("\(outcome)")
    } catch {
      print(error.diagnostics.map { "\($0.code) \($0.message)" }.joined(separator: "\n"))
      exit(1)
    }
  }

  /// Files that stay, change, go and come from the first tree to the second.
  private static func tree(_ version: Int) -> [Artifact] {
    let large = String(repeating: "version \(version)\n", count: 3000)
    let common = [
      Artifact("kept/one.txt", PrintedText("the same")), Artifact("kept/two.txt", PrintedText("the same, too")),
      Artifact("changed.txt", PrintedText(large)),
      Artifact("deep/er/changed.sh", PrintedText("echo \(version)"), isExecutable: true),
    ]
    return common + [Artifact(version == 1 ? "old/gone.txt" : "new/come.txt", PrintedText(large))]
  }
}
