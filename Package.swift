// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let atomics: Target.Dependency = .product(name: "Atomics", package: "swift-atomics")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A library room: its sources stand in `Sources/NAME`, its tests in `Tests/NAME`.
func room(
  _ name: String, path: String? = nil, imports: [Target.Dependency] = [],
  exclude: [String] = [], links: [String] = []
) -> Target {
  .target(
    name: name, dependencies: imports, path: path ?? "Sources/\(name)", exclude: exclude,
    swiftSettings: strict, linkerSettings: links.map { .linkedLibrary($0) })
}

/// A program: it stands on all rooms of the domain.
func program(_ name: String, imports: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "CampaignData", "Geo", "Inspection", "Store", "Publishing", "Terminal", argumentParser,
    ] + imports,
    swiftSettings: strict)
}

func tests(_ name: String, of imports: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: imports, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
  name: "hotspot",
  products: [
    .executable(name: "hotspot", targets: ["HotspotCLI"]),
    .executable(name: "hotspot-print", targets: ["Print"]),
    .executable(name: "hotspot-server", targets: ["HotspotServer"]),
    .library(name: "Geo", targets: ["Geo"]),
    .library(name: "Routing", targets: ["Routing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    // Hummingbird brings it: a reference that is swapped while others read it, without a lock.
    .package(url: "https://github.com/apple/swift-atomics.git", from: "1.3.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"]), .brew(["gdal"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    // One line of C: Swift cannot ask for memory ahead of its use.
    .systemLibrary(name: "CPrefetch"),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),

    .target(name: "CCampaignTables", path: "Sources/CCampaignTables"),
    .target(name: "CMapPage", path: "Sources/CMapPage", exclude: ["page"]),
    room("CampaignData", path: "Data", imports: ["CCampaignTables"], exclude: ["tables"]),
    room("Geo", imports: ["CGDAL", "CPROJ", "CPrefetch"], links: ["m"]),
    room("Routing", links: ["m"]),
    room("Inspection", imports: ["CampaignData", "Geo", "Routing", "CCrypto"]),
    room("Store", imports: ["CampaignData", "Geo", "Inspection", logging, yams]),
    room("Publishing", imports: ["CampaignData", "Geo", "Inspection"]),
    // How the programs speak to whoever runs them: options, messages, errors, exit codes.
    room(
      "Terminal",
      imports: ["CampaignData", "Geo", "Inspection", "Store", "Publishing", argumentParser]),
    program("HotspotCLI", imports: ["Routing", logging]),
    program("Print", imports: ["CPangoCairo", "CQRencode", "CXLSXWriter"]),
    program("HotspotServer", imports: ["CMapPage", hummingbird, hummingbirdTLS, atomics, logging]),

    tests("CampaignData", of: ["CampaignData"]),
    tests("Geo", of: ["Geo"]),
    tests("Routing", of: ["Routing"]),
    tests("Inspection", of: ["Inspection", "Geo", "CampaignData", "Routing"]),
    tests("Store", of: ["Store", "Publishing", "Inspection", "Geo", "CampaignData"]),
    tests("Publishing", of: ["Publishing", "Inspection", "Geo", "CampaignData", "Routing"]),
    tests(
      "Terminal",
      of: ["Terminal", "Publishing", "Store", "Inspection", "Geo", argumentParser]),
    tests(
      "HotspotCLI", of: ["HotspotCLI", "Terminal", "Publishing", "Store", "Inspection", "Geo"]),
    tests(
      "Print",
      of: [argumentParser, "Print", "Terminal", "Publishing", "Store", "Inspection", "Geo"]),
    tests(
      "HotspotServer",
      of: [argumentParser, "HotspotServer", "Terminal", "Publishing", "Store", "Inspection", "Geo"]),
    tests("Architecture", of: []),
  ],
  swiftLanguageModes: [.v6]
)
