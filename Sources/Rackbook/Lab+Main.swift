import ArgumentParser
import LabLanguage

extension Lab {
  /// The lab's program: `swift run MyLab build` and the other subcommands.
  public static func main() async {
    await LabCommand<Self>.main()
  }
}
