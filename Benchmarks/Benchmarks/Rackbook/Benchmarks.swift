import Analysis
import Benchmark
import Compiler
import Diagnostics
import Diagrams
import Foundation
import GeneratedLab
import LabModel
import Runbooks

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock, .peakMemoryResident, .throughput], maxDuration: .seconds(20), maxIterations: 10)

  for count in [100, 1_000, 10_000] {
    Benchmark("evaluate, check, emit: \(count) services") { benchmark in
      for _ in benchmark.scaledIterations {
        let compilation = compile(generatedLab(services: count), withPortal: false)
        guard compilation.isAccepted else { return benchmark.error("\(compilation.diagnostics.prefix(3))") }
        blackHole(compilation)
      }
    }
  }

  Benchmark("with the portal: 1,000 services") { benchmark in
    let lab = generatedLab(services: 1_000)
    for _ in benchmark.scaledIterations { blackHole(compile(lab)) }
  }

  for count in [1_000, 10_000] {
    Benchmark("impact of the storage under \(count) services, the graph included") { benchmark in
      for _ in benchmark.scaledIterations {
        // A lab keeps its graph: each round asks one that was never asked.
        let lab = generatedLab(services: count)
        benchmark.startMeasurement()
        let impact = lab.impact(of: [ThingID("nas", "truenas")])
        blackHole(impact.dies.map { impact.path(to: $0).first })
        benchmark.stopMeasurement()
      }
    }
  }

  Benchmark("start order, rings, capacity, recovery and shared fates: 1,000 services") { benchmark in
    for _ in benchmark.scaledIterations {
      let analysis = generatedLab(services: 1_000).analysis
      benchmark.startMeasurement()
      blackHole((analysis.startOrder, analysis.bootstrapCycles, analysis.capacities))
      blackHole((analysis.recovery, analysis.sharedFates, analysis.physicalSinglePointsOfFailure))
      benchmark.stopMeasurement()
    }
  }

  Benchmark("an unchanged build of 1,000 services is left alone") { benchmark in
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let artifacts = compile(generatedLab(services: 1_000)).artifacts
    _ = try BuildFolder(folder.path).write(artifacts, lab: "generated")
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(try BuildFolder(folder.path).write(artifacts, lab: "generated"))
    }
  }

  Benchmark("the network and host diagrams of 1,000 services, drawn") { benchmark in
    let lab = generatedLab(services: 1_000)
    for _ in benchmark.scaledIterations {
      blackHole(try Diagram.networks(of: lab) { "\($0.kind)/\($0.name).html" }.svg())
      blackHole(try Diagram.physical(of: lab) { "\($0.kind)/\($0.name).html" }.svg())
    }
  }

  Benchmark("a runbook of 100 steps, each journaled before and after") { benchmark in
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = try hundredSteps()
    var options = RunOptions(by: .current(version: "benchmark"))
    options.assumesYes = true
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var run = try await Run.start(plan, inputs: [:], in: RunFolder(folder.path), on: Silence(), options: options)
      blackHole(try await run.go())
    }
  }
}

/// A terminal that shows nothing and answers nothing.
struct Silence: RunTerminal {
  let isInteractive = false
  func show(_ line: String) {}
  func write(_ bytes: [UInt8]) {}
  func ask(_ question: String) async -> String? { nil }
}

/// A plan of one hundred steps that do nothing.
func hundredSteps() throws -> RunbookPlan {
  let steps = (1...100).map { "## Step \($0)\n\n```bash {step=\"s\($0)\"}\ntrue\n```\n" }.joined(separator: "\n")
  var log = DiagnosticLog()
  let bytes = Array("---\ntitle: A hundred steps\n---\n\n\(steps)".utf8)
  guard let runbook = RunbookParser.parse(bytes, file: "runbooks/hundred.md", reporting: &log),
    let resolved = RunbookResolver.resolve(runbook, for: nil, facts: Facts(), reporting: &log)
  else { throw CocoaError(.fileReadCorruptFile) }
  return resolved.plan
}
