import Diagnostics
import Hashing
import LabModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What decides what a build gives, before the lab is looked at: its program, how that was called, the environment, the
/// lab's runbooks, the day.
///
/// A lab whose values come from anything else (a file that it reads itself, the clock, the network) is not seen through;
/// `build --rebuild` is for it.
public struct BuildInputs: Sendable {
  let folder: LabFolder
  let digest: String

  /// Looks at what a build would read.
  ///
  /// - Parameters:
  ///   - folder: The lab's folder.
  ///   - day: The day on which waivers must be in force.
  public init(_ folder: LabFolder, on day: CalendarDate) {
    var text = "\(rackbookVersion)\n\(day)\n\(FileManager.default.currentDirectoryPath)\n"
    let process = ProcessInfo.processInfo
    for argument in process.arguments { text += "\(argument)\u{0}" }
    for (name, value) in process.environment.sorted(by: { $0.key < $1.key }) { text += "\(name)=\(value)\u{0}" }
    text += FileState.text(of: Self.program)
    let runbooks = (try? FileState.bytes(below: "\(folder.path)/runbooks")) ?? []
    self.folder = folder
    self.digest = SHA256.hex(of: Array(text.utf8) + runbooks)
  }

  /// The file that this program was started from.
  private static var program: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }
}
