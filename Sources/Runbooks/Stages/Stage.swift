#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Servers that stand in for those of the lab, so that a runbook can be run on them for real.
///
/// A folder: `ssh_config` says where each host is to be found, `stand-ins`, a line for each, what else is not the real
/// thing.
public struct Stage: Sendable, Hashable {
  /// The host name of what a stage does not have; nothing ever answers to it.
  static let nowhere = "not-on-stage.invalid"
  /// The most bytes of the list of stand-ins that are read.
  static let longestList = 65_536

  /// What it is called in journals and evidence.
  public let name: String
  /// The absolute path of its folder.
  public let folder: String
  /// What is not the real thing, a phrase each.
  public let standIns: [String]
  /// Whether works on this machine belong to it; where not, they are refused, since they would do what they do.
  public let takesHere: Bool

  /// Finds a stage.
  ///
  /// - Parameters:
  ///   - folder: Its folder.
  ///   - name: What it is called; the folder's name by default.
  ///   - takesHere: Whether works on this machine belong to it.
  /// - Throws: ``RunRefusal`` for a folder that is no stage.
  public init(_ folder: String, name: String? = nil, takesHere: Bool) throws {
    let current = FileManager.default.currentDirectoryPath
    let path = folder.hasPrefix("/") ? folder : "\(current)/\(folder)"
    guard FileManager.default.isReadableFile(atPath: "\(path)/ssh_config") else {
      throw RunRefusal("'\(folder)' is no stage: it has no ssh_config, which says where each host is to be found")
    }
    // In ssh's configuration these have a meaning of their own.
    guard !path.contains(where: { "\"*?[]\\\n".contains($0) }) else {
      throw RunRefusal("a stage cannot stand in '\(path)': ssh could not be told the path")
    }
    let words = path.split(separator: "/").last.map(String.init) ?? "stage"
    self.name = Visible.line(name ?? words)
    self.folder = path
    let list = FileManager.default.contents(atPath: "\(path)/stand-ins") ?? Data()
    standIns = String(decoding: list.prefix(Self.longestList), as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { Visible.line(String($0.trimmed)) }.filter { !$0.isEmpty }
    self.takesHere = takesHere
  }

  /// ssh's configuration on it: what the stage says, and nothing of what it does not.
  ///
  /// Of several values ssh takes the first; so a host that has no `HostName` on the stage gets one that leads nowhere.
  var configuration: String {
    """
    Include "\(folder)/ssh_config"
    Host *
      HostName \(Self.nowhere)

    """
  }

  /// Says where a run's hosts are on it, and refuses what it does not have.
  ///
  /// - Parameters:
  ///   - works: What the run carries out, with the steps' ids; hosts that are not known yet as `<name>`.
  ///   - path: The file that holds ``configuration``.
  /// - Returns: What the journal keeps.
  /// - Throws: ``RunRefusal`` for hosts that are not on it, and for works on this machine where they do not belong to it.
  func account(of works: [(step: String, work: Work<String>)], configuration path: String) async throws -> StageAccount
  {
    var problems: [String] = []
    var hosts: [String: String] = [:]
    for (step, work) in works {
      guard let host = work.host else {
        if !takesHere { problems.append("step '\(step)' runs on this machine, which does not belong to the stage") }
        continue
      }
      guard hosts[host] == nil, Name.isHost(host) else { continue }
      hosts[host] = try await Self.address(of: host, configuration: path)
      if hosts[host] == nil {
        problems.append("the host '\(host)' of step '\(step)' has no HostName on the stage '\(name)'")
      }
    }
    var seen: Set<String> = []
    problems.removeAll { !seen.insert($0).inserted }
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    return StageAccount(name: name, hosts: hosts, standIns: standIns)
  }

  /// Where ssh would look for a host, `address:port`; nothing for one that is not on the stage.
  private static func address(of host: String, configuration path: String) async throws -> String? {
    guard let answer = await QuietProcess.run("ssh", ["-G", "-F", path, "--", host]), answer.hasSucceeded else {
      throw RunRefusal("ssh cannot read the configuration of the stage: run ssh -G -F '\(path)' \(host)")
    }
    var values: [Substring: Substring] = [:]
    for line in answer.output.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      if words.count == 2, values[words[0]] == nil { values[words[0]] = words[1] }
    }
    guard let name = values["hostname"], name != nowhere else { return nil }
    return "\(name):\(values["port"] ?? "22")"
  }
}
