import ArgumentParser
import Diagnostics
import LabLanguage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Lab {
  /// The lab's program: `swift run MyLab build` and the other subcommands.
  public static func main() async {
    if let hint = CommandNames.hint(for: CommandLine.arguments.dropFirst(), of: LabCommand<Self>.self) {
      FileDescriptorStream.standardError.write("Error: \(hint)\n")
      exit(64)
    }
    await LabCommand<Self>.main()
  }
}
