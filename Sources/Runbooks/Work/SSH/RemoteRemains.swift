import Subprocess

/// The processes that a work has started on a host.
///
/// They are found by a mark in their environment, and with them everything in their sessions. What has left the session and
/// cleared its environment, and what belongs to another user, is out of reach; so is a host without /proc.
struct RemoteRemains: Sendable {
  /// How long it may take to look and to end them.
  static let longestMilliseconds = 15_000

  let connection: SSHConnection
  let marker: String

  /// Asks them to end, and two seconds later ends them; also where the run itself was interrupted.
  ///
  /// - Parameter environment: The environment of ssh.
  /// - Returns: Whether nothing of them is left.
  func end(in environment: [String: String]) async -> Bool {
    // A task of its own does not inherit that this one was cancelled.
    await Task.detached { await exitCode(of: look + Self.ending, in: environment) == 0 }.value
  }

  /// Looks whether something of them is still there.
  ///
  /// - Parameter environment: The environment of ssh.
  /// - Returns: Whether it is; nothing where the host could not be asked.
  func areThere(in environment: [String: String]) async -> Bool? {
    switch await exitCode(of: look + Self.telling, in: environment) {
    case 0: false
    case 1: true
    default: nil
    }
  }

  /// Runs a script on the host; nothing where it did not come to its end.
  private func exitCode(of script: String, in environment: [String: String]) async -> Int32? {
    do {
      let ssh = try await ShellProcess.program("ssh", in: environment)
      let result = try await Subprocess.run(
        ssh, arguments: Arguments(connection.arguments), environment: .custom(environment),
        platformOptions: ShellProcess.options(group: true), input: .inputWriter, output: .discarded, error: .discarded
      ) { execution in
        let pid = execution.processIdentifier.value
        let process = ProcessIdentity(of: pid, group: pid)
        let watchdog = process.map { Watchdog($0, limit: Self.longestMilliseconds) }
        _ = try await execution.standardInputWriter.write("{ \(script)\n} </dev/null\n")
        try await execution.standardInputWriter.finish()
        return watchdog
      }
      _ = await result.closureResult?.callOff()
      guard case .exited(let code) = result.terminationStatus else { return nil }
      return code
    } catch {
      return nil
    }
  }

  private static let telling = "look; [ -z \"$found\" ]; exit"

  private static let ending = """
    for signal in TERM KILL; do
      look
      [ -n "$found" ] || exit 0
      kill -$signal $found 2> /dev/null
      for _ in {1..20}; do
        sleep 0.1
        look
        [ -n "$found" ] || exit 0
      done
    done
    exit 1
    """

  /// Finds them, as `found`.
  private var look: String {
    """
    set +e
    mark=\(ShellWriter.quoted("\(WorkScript.marker)=\(marker)"))
    [ -r /proc/self/environ ] || exit 3
    look() {
      local file line sessions=" "
      for file in $(grep -lzxF -- "$mark" /proc/[0-9]*/environ 2> /dev/null); do
        read -r line 2> /dev/null < "${file%environ}stat" || continue
        set -- ${line##*) }
        sessions+="$4 "
      done
      found=
      [ "$sessions" != " " ] || return
      for file in /proc/[0-9]*/stat; do
        read -r line 2> /dev/null < "$file" || continue
        set -- ${line##*) }
        if [ "$1" != Z ] && [[ "$sessions" == *" $4 "* ]]; then
          file=${file#/proc/}
          found+=" ${file%/stat}"
        fi
      done
    }

    """
  }
}
