import ArgumentParser
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The stage of a rehearsal: a folder, or a program that puts one up round a command.
struct StageOptions: ParsableArguments {
  /// The variable in which a stage tells where its folder is.
  private static let folderVariable = "RACKBOOK_STAGE"
  /// The variable in which the program that was called is kept.
  private static let programVariable = "RACKBOOK_STAGE_PROGRAM"

  @Option(
    help: """
      The stage: a folder with an ssh_config, or a program that runs a command where such a stage is up; without it, the \
      stage that RACKBOOK_STAGE names.
      """)
  var on: String?

  @Flag(help: "With a folder: works on this machine run on it as they are, instead of being refused.")
  var hereToo = false

  /// The stage, once it is up.
  ///
  /// A program is not returned from: it takes the place of this process, and calls it again on the stage.
  ///
  /// - Returns: The stage.
  /// - Throws: `ValidationError` where there is none, ``RunRefusal`` for a folder that is no stage.
  func stage() throws -> Stage {
    let environment = ProcessInfo.processInfo.environment
    let (folder, program) = (environment[Self.folderVariable], environment[Self.programVariable])
    if let folder, on == nil || on == program {
      return try Stage(folder, name: program.map(Self.lastName), takesHere: true)
    }
    guard let on else { throw ValidationError("--on names the stage; there is none in \(Self.folderVariable)") }
    if folder != nil { throw ValidationError("a stage is up already, in \(Self.folderVariable): leave out --on") }
    if program != nil {
      throw ValidationError("'\(on)' has not said where its stage is: it must export \(Self.folderVariable)")
    }
    if (try? FileManager.default.contentsOfDirectory(atPath: on)) != nil { return try Stage(on, takesHere: hereToo) }
    guard FileManager.default.fileExists(atPath: on) else { throw ValidationError("there is no stage '\(on)'") }
    try become(on)
  }

  /// Calls a stage's program with this very command.
  private func become(_ program: String) throws -> Never {
    let path = program.hasPrefix("/") ? program : "\(FileManager.default.currentDirectoryPath)/\(program)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw ValidationError("'\(program)' is no folder, and no program that can be run")
    }
    setenv(Self.programVariable, program, 1)
    let words = [path, Self.ownProgram] + CommandLine.arguments.dropFirst()
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    execv(path, arguments)
    throw FileFailure(path: path, action: "run")
  }

  private static var ownProgram: String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return link ?? CommandLine.arguments[0]
  }

  private static func lastName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
