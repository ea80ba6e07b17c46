import Foundation
import Testing

/// The walls that the compiler does not hold: which room may know of which.
@Suite struct WallsTests {
  let tree = SourceTree()

  /// For each room: what its files may import, besides the standard library.
  static let mayImport: [(room: String, modules: Set<String>)] = [
    ("Data", ["CCampaignTables"]),
    ("Sources/Geo/Geometry", ["Glibc"]),
    ("Sources/Geo/Index", ["Glibc", "Dispatch", "CPrefetch"]),
    ("Sources/Geo/Grid", ["Glibc", "Dispatch"]),
    ("Sources/Geo/Statistics", ["Glibc", "Dispatch"]),
    ("Sources/Geo/Coordinates", ["Glibc", "CPROJ", "CGDAL"]),
    ("Sources/Geo/Formats", ["Glibc", "CGDAL", "CPROJ", "Synchronization"]),
    ("Sources/Routing", ["Glibc", "Dispatch"]),
    ("Sources/Inspection", ["Glibc", "Dispatch", "CCrypto", "CampaignData", "Geo", "Routing"]),
    (
      "Sources/Store",
      [
        "Glibc", "Dispatch", "Foundation", "Synchronization", "CampaignData", "Geo", "Inspection",
        "Logging", "Yams",
      ]
    ),
    ("Sources/Publishing", ["Glibc", "Foundation", "CampaignData", "Geo", "Inspection"]),
    ("Sources/Terminal", programs),
    ("Sources/HotspotCLI", programs.union(["Routing", "Logging", "Terminal"])),
    ("Sources/Print", programs.union(["CPangoCairo", "CQRencode", "CXLSXWriter", "Terminal"])),
    (
      "Sources/HotspotServer",
      programs.union([
        "CMapPage", "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "NIOCore",
        "NIOHTTPTypes", "NIOSSL", "Atomics", "Logging", "Terminal",
      ])
    ),
  ]

  /// What every program stands on.
  static let programs: Set<String> = [
    "Glibc", "Dispatch", "Foundation", "Synchronization", "ArgumentParser", "CampaignData", "Geo",
    "Inspection", "Store", "Publishing",
  ]

  @Test(arguments: mayImport.indices)
  func `a room imports only what is below it`(index: Int) throws {
    let (room, allowed) = Self.mayImport[index]
    for file in try tree.files(under: room) {
      let foreign = Set(file.imports).subtracting(allowed)
      #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted())")
    }
  }

  @Test func `the pure rooms of Geo know nothing of files`() throws {
    let formats = ["VectorReader", "VectorWriter", "RasterReader", "RasterWriter", "GDALError"]
    for room in ["Geometry", "Index", "Grid", "Statistics"] {
      for file in try tree.files(under: "Sources/Geo/" + room) {
        for word in formats {
          #expect(!file.code.contains { $0.contains(word) }, "\(file.path) names \(word)")
        }
      }
    }
  }

  @Test func `nothing that decides where to go can read a nomination`() throws {
    for room in ["Targeting", "Planning", "Evidence", "Selection"] {
      for file in try tree.files(under: "Sources/Inspection/" + room) {
        let seen = file.code.filter { $0.lowercased().contains("nominat") }
        #expect(seen.isEmpty, "\(file.path): \(seen)")
      }
    }
  }

  @Test func `only the scorer can read the truth of a synthetic campaign`() throws {
    let rooms = [
      "Targeting", "Planning", "Evidence", "Selection", "Detection", "Learning", "FollowUp",
    ].map { "Sources/Inspection/" + $0 }
    // The life of a simulated campaign is a truth too: Inspection/Simulation alone may hold it.
    let truths = ["DemoTruth", "DemoCampaign", "LivingTruth", "DemoLife", "HiddenLife"]
    for room in rooms + ["Sources/Store", "Sources/Publishing", "Sources/Routing"] {
      // Publishing/Demo writes the invented inputs, and the truth to a folder of its own.
      for file in try tree.files(under: room)
      where !file.path.hasPrefix("Sources/Publishing/Demo/") {
        let seen = file.code.filter { line in truths.contains { line.contains($0) } }
        #expect(seen.isEmpty, "\(file.path): \(seen)")
      }
    }
  }

  @Test func `no file holds two things, and none crashes on purpose`() throws {
    for file in try tree.files(under: "Sources") + tree.files(under: "Data") {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
      for word in ["fatalError(", "try!", " as! ", "unsafelyUnwrapped"] {
        #expect(!file.code.contains { $0.contains(word) }, "\(file.path) has \(word)")
      }
    }
  }

  @Test func `no drawer for odds and ends`() throws {
    for file in try tree.files(under: "Sources") {
      for word in ["Utils", "Helpers", "Manager", "Common"] {
        #expect(!file.path.contains(word), "\(file.path)")
      }
    }
  }
}
