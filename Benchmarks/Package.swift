// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "hotspot", path: "../")],
  targets: ["Join", "Csv"].map { name in
    .executableTarget(
      name: name, dependencies: [.product(name: "Geo", package: "hotspot")],
      swiftSettings: [
        .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
      ],
      linkerSettings: [.linkedLibrary("m")])
  },
  swiftLanguageModes: [.v6]
)
