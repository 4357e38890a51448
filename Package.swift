// swift-tools-version: 6.1
import PackageDescription

/// What every Swift target is compiled with.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "rackbook",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Rackbook", targets: ["Rackbook"]),
    .executable(name: "rackbook", targets: ["rackbook-cli"]),
    // For systems of one's own, and for the benchmarks.
    .library(
      name: "RackbookModules",
      targets: [
        "Analysis", "Blueprint", "Compiler", "Diagnostics", "Diagrams", "Documents", "LabLanguage", "LabModel",
        "RackbookModules", "Runbooks", "Systems",
      ]),
    // For unit tests of a lab.
    .library(name: "RackbookTesting", targets: ["RackbookTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),

    // Ground floor: what we tell people, text formats, digests, files that ship inside the binary.
    .target(name: "Diagnostics"),
    .target(name: "Documents", dependencies: ["Diagnostics"]),
    .target(name: "Hashing", dependencies: ["CCrypto"]),
    .target(name: "CShippedFiles"),
    .target(name: "ShippedFiles", dependencies: ["CShippedFiles"]),

    // Files that somebody else wrote, with a place for every node.
    .target(name: "SourceDocuments", dependencies: ["Diagnostics", yams]),
    .target(name: "ComposeFile", dependencies: ["Diagnostics", "SourceDocuments", yams]),

    // The lab as plain values, and the words it is written in.
    .target(name: "LabModel", dependencies: ["Diagnostics", "Documents"]),
    .target(name: "LabLanguage", dependencies: ["LabModel"]),

    // What follows from the relations of a lab: impact, order, capacity, recovery.
    .target(
      name: "Analysis", dependencies: ["Diagnostics", "Documents", "LabLanguage", "LabModel"], exclude: ["README.md"]),

    // The narrow waist, and runbooks.
    .target(name: "Blueprint", dependencies: ["Diagnostics", "Documents", "LabModel"]),
    .target(
      name: "Runbooks", dependencies: ["Diagnostics", "Documents", "Hashing", "CMarkGFM", subprocess],
      exclude: ["README.md"]),

    // The three folders that grow; none imports another.
    .target(
      name: "Checks",
      dependencies: ["Analysis", "Blueprint", "Diagnostics", "Documents", "LabLanguage", "LabModel"]),
    .target(
      name: "Systems", dependencies: ["Blueprint", "Diagnostics", "Documents", "LabLanguage", "LabModel"]),
    .target(name: "Emitters", dependencies: ["Blueprint", "Diagnostics", "Documents", "LabModel"]),

    // Pictures and pages.
    .target(name: "GraphvizShim", dependencies: ["CGraphviz"]),
    .target(name: "Diagrams", dependencies: ["GraphvizShim", "Diagnostics", "Documents", "LabModel"]),
    .target(
      name: "Portal",
      dependencies: [
        "Analysis", "Blueprint", "Diagnostics", "Diagrams", "Documents", "LabLanguage", "LabModel", "Runbooks",
        "ShippedFiles",
      ]),

    .target(name: "CFileSystem"),

    // resolve -> check -> contribute -> emit -> write.
    .target(
      name: "Compiler",
      dependencies: [
        "Analysis", "Blueprint", "CFileSystem", "Checks", "Diagnostics", "Documents", "Emitters", "Hashing",
        "LabLanguage",
        "LabModel",
        "Portal", "Runbooks", "ShippedFiles", "Systems",
      ]),

    // What exists already, as Swift of a lab.
    .target(
      name: "Import",
      dependencies: [
        "ComposeFile", "Diagnostics", "Documents", "LabLanguage", "LabModel", "SourceDocuments", "Systems",
      ]),

    // The one import of a lab file, and the lab's command line.
    .target(
      name: "Rackbook",
      dependencies: [
        "Analysis", "Blueprint", "Compiler", "Diagnostics", "Documents", "Hashing", "LabLanguage", "LabModel",
        "Runbooks", "Systems",
        argumentParser,
        subprocess,
      ]),

    // The one import of a package that adds a system, and that of a lab's unit tests.
    .target(
      name: "RackbookModules",
      dependencies: ["Analysis", "Blueprint", "Diagnostics", "Documents", "LabLanguage", "LabModel"]),
    .target(
      name: "RackbookTesting",
      dependencies: [
        "Analysis", "Blueprint", "Compiler", "Diagnostics", "Documents", "LabLanguage", "LabModel", "Runbooks",
      ]),

    // `rackbook new`, `rackbook import`, `rackbook explain`.
    .executableTarget(
      name: "rackbook-cli",
      dependencies: ["Diagnostics", "Documents", "Import", "Rackbook", "ShippedFiles", argumentParser]),

    // Labs that are compiled.
    .executableTarget(name: "Mini", dependencies: ["Rackbook"], path: "Examples/Mini/Sources"),
    .executableTarget(name: "Shop", dependencies: ["Rackbook"], path: "Examples/Shop/Sources"),
    .executableTarget(name: "Basement", dependencies: ["Rackbook"], path: "Examples/Basement/Sources"),

    // Tests.
    .target(
      name: "LabTexts",
      dependencies: ["Blueprint", "Compiler", "Diagnostics", "Documents", "LabModel", "Mini", subprocess],
      path: "Tests/Support", exclude: ["Numbers", "Program", "Python"]),
    .target(name: "TestNumbers", path: "Tests/Support/Numbers"),
    .target(name: "PythonRunner", dependencies: [subprocess], path: "Tests/Support/Python"),
    .testTarget(
      name: "DiagnosticPagesTests",
      dependencies: [
        "Blueprint", "Checks", "Compiler", "Diagnostics", "Import", "LabLanguage", "LabModel", "LabTexts", "Mini",
        "Systems", "rackbook-cli", subprocess,
      ]),
    .testTarget(
      name: "PlantedFaultTests",
      dependencies: ["Compiler", "Diagnostics", "Documents", "LabLanguage", "LabModel", "Systems", "TestNumbers"]),
    .testTarget(name: "LabTextsTests", dependencies: ["Diagnostics", "LabTexts"]),
    .executableTarget(name: "RingLab", dependencies: ["Rackbook"], path: "Tests/RingLab"),
    .testTarget(
      name: "RackbookTests",
      dependencies: [
        "LabLanguage", "LabModel", argumentParser, "Compiler", "Diagnostics", "Rackbook", "Mini", "PythonRunner",
        "RingLab", "Shop",
      ]),
    .testTarget(name: "ShippedFilesTests", dependencies: ["ShippedFiles"]),
    .testTarget(
      name: "PortalTests",
      dependencies: [
        "Blueprint", "Diagnostics", "Documents", "LabLanguage", "LabModel", "Portal", "Runbooks", "ShippedFiles",
      ], exclude: ["tokens.json"]),
    .testTarget(name: "ComposeFileTests", dependencies: ["ComposeFile", "Diagnostics"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "ChecksTests", dependencies: ["Blueprint", "Checks", "Diagnostics", "LabLanguage", "LabModel", "Systems"]),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "Diagnostics", "LabLanguage", "LabModel", "TestNumbers"]),
    .testTarget(name: "LabModelTests", dependencies: ["Diagnostics", "LabModel", "TestNumbers"]),
    .executableTarget(
      name: "build-probe", dependencies: ["Blueprint", "Compiler", "Diagnostics", "Documents"],
      path: "Tests/BuildProbe"),
    .testTarget(
      name: "CompilerTests",
      dependencies: [
        "build-probe", "Blueprint", "Compiler", "Diagnostics", "Documents", "LabLanguage", "LabModel", "Basement",
      ]),
    .testTarget(name: "BasementLabTests", dependencies: ["Basement", "RackbookTesting"]),
    .testTarget(
      name: "PlanTests",
      dependencies: [
        "Blueprint", "Compiler", "Diagnostics", "Documents", "LabLanguage", "LabModel", "Systems", "TestNumbers",
      ]),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["Blueprint", "Compiler", "Documents", "LabLanguage", "LabModel", "Basement", "Mini", "Shop"]),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: [
        "Blueprint", "Checks", "Compiler", "Diagnostics", "Emitters", "LabLanguage", "LabModel", "Systems",
      ]),
    .testTarget(
      name: "ContradictionTests", dependencies: ["Compiler", "Diagnostics", "LabLanguage", "LabModel", "Systems"]),
    .testTarget(name: "MisuseTests", dependencies: ["LabLanguage", "LabModel", "Systems", subprocess]),
    .testTarget(name: "DiagramsTests", dependencies: ["Diagnostics", "Diagrams", "Documents", "LabModel"]),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Diagnostics", "Documents", "PythonRunner", "TestNumbers", subprocess, yams]),
    .testTarget(name: "SourceDocumentsTests", dependencies: ["Diagnostics", "SourceDocuments"]),
    .testTarget(
      name: "ImportTests",
      dependencies: [
        "ComposeFile", "Diagnostics", "Documents", "Import", "LabLanguage", "LabModel", "LabTexts", "PythonRunner",
        "SourceDocuments", "rackbook-cli", subprocess,
      ]),
    .testTarget(
      name: "EmittersTests", dependencies: ["Blueprint", "Diagnostics", "Documents", "Emitters", "LabModel"]),
    .testTarget(
      name: "RealToolTests",
      dependencies: [
        "Basement", "Blueprint", "Compiler", "Diagnostics", "Documents", "Emitters", "LabLanguage", "LabModel", "Mini",
        "Rackbook",
      ],
      path: "Tests/RealTools", exclude: ["README.md"]),
    .executableTarget(name: "RehearsalLab", dependencies: ["Rackbook"], path: "Tests/Rehearsals/Lab/Sources"),
    .testTarget(
      name: "RehearsalTests",
      dependencies: [
        "Blueprint", "Compiler", "LabLanguage", "LabModel", "Rackbook", "RehearsalLab", "Runbooks", "Systems",
      ],
      path: "Tests/Rehearsals", exclude: ["Lab", "etcd", "stage", "stories"]),
    .testTarget(
      name: "SystemsTests",
      dependencies: [
        "Blueprint", "Compiler", "Diagnostics", "Documents", "Emitters", "LabLanguage", "LabModel", "Systems", yams,
      ]),
    .executableTarget(name: "runbook-probe", dependencies: ["Runbooks"], path: "Tests/RunbookProbe"),
    .testTarget(
      name: "RunbooksTests",
      dependencies: ["Diagnostics", "Hashing", "Runbooks", "TestNumbers", "runbook-probe", subprocess],
      exclude: ["screen.py", "spellings.py"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
