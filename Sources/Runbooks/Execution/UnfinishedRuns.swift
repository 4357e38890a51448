/// The runs of one runbook that were left open.
struct UnfinishedRuns {
  private struct Left {
    var id: String
    var state: RunState
  }

  private let left: [Left]

  /// Looks through a folder; journals that cannot be read are passed over, `runs` shows them.
  init(of runbook: String, in folder: RunFolder) throws {
    left = try folder.runs(of: runbook).compactMap { id in
      guard let reading = try? folder.journal(of: id) else { return nil }
      let state = RunState(reading.records)
      guard state.start?.runbook == runbook, state.end?.result.isFinal != true else { return nil }
      return Left(id: id, state: state)
    }
  }

  /// Says which runs are open.
  ///
  /// - Throws: ``RunRefusal`` if a process of one still runs: it would work beside the new run.
  func report(to terminal: any RunTerminal) throws {
    for run in left {
      for (place, process) in run.state.processes where process.isAlive {
        throw RunRefusal(
          "process \(process.pid) of step '\(place.step)' of the run '\(run.id)' still runs; take that run up with "
            + "--resume \(run.id)")
      }
      terminal.show("The run '\(run.id)' was not finished; --resume \(run.id) goes on with it.")
    }
  }
}
