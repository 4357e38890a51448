import Compiler
import LabLanguage
import LabModel

extension Lab {
  /// What compiling the lab gives, without runbooks of its own.
  ///
  /// ```swift
  /// @Test func compiles() { #expect(Basement().compiled().errors.isEmpty) }
  /// ```
  ///
  /// - Parameters:
  ///   - withPortal: Whether the portal is made too; it takes the longest, and is left out unless said otherwise.
  ///   - today: The day on which waivers must be in force; a test that should still pass next year names one.
  /// - Returns: Diagnostics, files, runbooks.
  public func compiled(withPortal: Bool = false, today: CalendarDate = .today) -> Compilation {
    compile(resolved, today: today, withPortal: withPortal)
  }

  /// What compiling the lab gives, with the runbooks and files of its folder.
  ///
  /// - Parameters:
  ///   - folder: The lab's folder, absolute or from where the tests run, which is the package's folder.
  ///   - withPortal: Whether the portal is made too; it takes the longest, and is left out unless said otherwise.
  ///   - today: The day on which waivers must be in force; a test that should still pass next year names one.
  /// - Returns: Diagnostics, files, runbooks.
  /// - Throws: ``Compiler/LabFolder/Unreadable`` for a runbook that cannot be read.
  public func compiled(
    in folder: String, withPortal: Bool = false, today: CalendarDate = .today
  ) throws -> Compilation {
    let lab = resolved
    let folder = LabFolder(folder)
    return compile(
      lab, runbooks: try folder.runbooks, files: folder.files(of: lab), today: today, withPortal: withPortal)
  }
}
