// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses Rackbook builds the benchmark library.
let package = Package(
  name: "rackbook-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "rackbook", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "GeneratedLab", dependencies: [.product(name: "RackbookModules", package: "rackbook")],
      path: "Benchmarks/GeneratedLab"),
    .executableTarget(
      name: "emission", dependencies: ["GeneratedLab", .product(name: "RackbookModules", package: "rackbook")],
      path: "Benchmarks/Emission"),
    .executableTarget(
      name: "generated", dependencies: ["GeneratedLab", .product(name: "Rackbook", package: "rackbook")],
      path: "Benchmarks/Generated"),
    .executableTarget(
      name: "redaction", dependencies: [.product(name: "RackbookModules", package: "rackbook")],
      path: "Benchmarks/Redaction"),
    .executableTarget(
      name: "RackbookBenchmarks",
      dependencies: [
        "GeneratedLab",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "RackbookModules", package: "rackbook"),
      ],
      path: "Benchmarks/Rackbook",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
