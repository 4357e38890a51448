#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RunOptions {
  /// Prepares the stage of a rehearsal: writes ssh's configuration beside the journal, and looks where the hosts are.
  ///
  /// - Parameters:
  ///   - plan: What is run.
  ///   - inputs: The inputs' values.
  ///   - run: The run.
  ///   - folder: The folder of its journal.
  /// - Returns: What the journal keeps of the stage; nothing for a run that is no rehearsal.
  /// - Throws: ``RunRefusal`` for hosts that are not on the stage, ``FileFailure``.
  mutating func prepareStage(
    for plan: RunbookPlan, inputs: [String: String], run: String, in folder: RunFolder
  ) async throws -> StageAccount? {
    guard let stage else { return nil }
    let path = folder.stagePath(run)
    // A run that is taken up again may find its stage elsewhere.
    try? FileManager.default.removeItem(atPath: path)
    do {
      try DurableFile(creating: path).append(Array(stage.configuration.utf8))
      let account = try await stage.account(of: plan.works(inputs: inputs), configuration: path)
      sshConfiguration = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
      return account
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  /// Refuses to take up a rehearsal on the lab itself, and a run of the lab on a stage.
  func refuseOtherServers(than start: JournalEvent.RunStart, of run: String) throws {
    switch (start.stage, stage) {
    case (nil, nil), (.some, .some): return
    case (let rehearsed?, nil):
      throw RunRefusal(
        "the run '\(run)' is a rehearsal on the stage '\(rehearsed.name)': take it up with rehearse --resume")
    case (nil, .some): throw RunRefusal("the run '\(run)' is no rehearsal: take it up with run --resume")
    }
  }
}

extension RunFolder {
  /// The path of ssh's configuration in a rehearsal.
  func stagePath(_ run: String) -> String { "\(path)/\(run).ssh_config" }
}

extension RunbookPlan {
  /// Everything that is carried out, with the steps' ids, for each item of a loop; what is not known yet as `<name>`.
  fileprivate func works(inputs: [String: String]) -> [(step: String, work: Work<String>)] {
    let values = Dictionary(uniqueKeysWithValues: inputs.map { (Reference.input($0.key), $0.value) })
    var works: [(step: String, work: Work<String>)] = []
    var filler = ValueFiller(values)
    for probe in steadyState?.probes ?? [] { works.append((probe.id, probe.work.filled(with: &filler))) }
    func add(_ steps: [PlannedStep], items: [String?]) {
      for step in steps {
        var here = items
        if let loop = step.loop {
          var filler = ValueFiller(values)
          here = loop.items.flatMap { filler.words($0) }
        }
        for item in here {
          var filler = ValueFiller(values, item: item)
          for work in step.works { works.append((step.id, work.filled(with: &filler))) }
        }
        if case .runbook(let sub) = step.kind { add(sub.steps, items: here) }
      }
    }
    add(steps, items: [nil])
    return works
  }
}
