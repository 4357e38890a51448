import Diagnostics
import Documents
import Import
import LabTexts
import PythonRunner
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Manifests are imported, compiled as a lab, emitted again, and held against what they were by `Tests/RoundTrip`, which
/// reads both with PyYAML and shares nothing with Rackbook.
@Suite("Manifests there and back", .serialized)
struct RoundTripTests {
  private static let folder = SwiftCompiler.package.appending(path: "Tests/RoundTrip")

  /// A folder with what the lab of the manifests emits, and with the account of the import.
  private static func emitted(into trial: borrowing Trial) async throws {
    let source = ImportSource(.kubernetes, folder.appending(path: "manifests").path())
    let lab = ImportedLab(of: [source], options: ImportOptions())
    let outcome = try await LabTexts.outcomes(of: [lab.text("there-and-back")])
    let compiled = try #require(outcome.first?.lab, "\(outcome)")
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
    try trial.write(compiled.artifacts.filter { $0.key.hasPrefix("kubernetes/") })
    try trial.write(["report.json": JSON.print(ResidueReport(lab.residue).document).text])
  }

  @Test(
    "every field of every manifest is emitted as it was, or has its fate in the report; every planted loss is found")
  func fields() async throws {
    let trial = try Trial([:])
    try await Self.emitted(into: trial)
    let paths = [
      Self.folder.appending(path: "manifests").path(), trial.path("kubernetes/cluster"), trial.path("report.json"),
    ]
    let printed = try await Python.run(script: Self.folder.appending(path: "compare.py").path(), paths + ["--plant"])
    #expect(printed.hasSuffix(" faults planted, 0 not found\n") && !printed.hasPrefix("0 "), "\(printed)")
  }
}
