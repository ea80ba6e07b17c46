// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]
let geo: Target.Dependency = .product(name: "Geo", package: "hotspot")

func program(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["Support", geo], swiftSettings: strict,
    linkerSettings: [.linkedLibrary("m")])
}

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "hotspot", path: "../")],
  targets: [
    .target(name: "Support", dependencies: [geo], swiftSettings: strict),
    program("MakeLayer"),
    program("MakePoints"),
    program("Join"),
    program("Shares"),
    program("Locate"),
    program("Hotspots"),
    program("MakeLayout"),
    program("Density"),
    program("Clusters"),
    program("Scan"),
  ],
  swiftLanguageModes: [.v6]
)
