import Benchmark
import Compiler
import Foundation
import LabModel

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock, .peakMemoryResident, .throughput], maxDuration: .seconds(20), maxIterations: 10)

  for count in [100, 1_000] {
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
}
