// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
]

// A system of one's own in a package of one's own: it knows Rackbook only as a dependency.
let package = Package(
  name: "rackbook-nut",
  platforms: [.macOS(.v15)],
  products: [.library(name: "NUT", targets: ["NUT"])],
  dependencies: [.package(name: "rackbook", path: "../../..")],
  targets: [
    .target(
      name: "NUT", dependencies: [.product(name: "RackbookModules", package: "rackbook")],
      // Embedded, so that a lab stays one binary.
      resources: [.embedInCode("Runbooks/power-is-out.md"), .embedInCode("Runbooks/ups-unwell.md")],
      swiftSettings: settings),
    // A lab that uses it.
    .executableTarget(
      name: "Attic", dependencies: ["NUT", .product(name: "Rackbook", package: "rackbook")], swiftSettings: settings),
    .testTarget(
      name: "NUTTests", dependencies: ["NUT", "Attic", .product(name: "RackbookTesting", package: "rackbook")],
      swiftSettings: settings),
  ]
)
