import Foundation
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct FileBundleTests {
  private func bundle() throws -> FileBundle {
    try PlanFiles.bundle(
      Fixture.plan, DayDisclosure(all: Fixture.plan), facts: Fixture.facts, day: Fixture.day,
      language: .zh, paths: [:])
  }

  @Test func `files packed and unpacked are those written at once`() throws {
    try inTemporaryFolder { folder in
      let packed = try bundle()
      try packed.write(to: folder + "/a")
      try FileBundle(bytes: packed.bytes).write(to: folder + "/b")
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder + "/a").sorted()
      #expect(try FileManager.default.subpathsOfDirectory(atPath: folder + "/b").sorted() == names)
      #expect(names.contains("targets.gpkg") && names.contains("routes/t2.geojson"))
      for name in names {
        #expect(
          FileManager.default.contentsEqual(
            atPath: "\(folder)/a/\(name)", andPath: "\(folder)/b/\(name)"), "\(name)")
      }
    }
  }

  @Test func `an empty folder is kept`() throws {
    try inTemporaryFolder { folder in
      var files = FileBundle()
      files.addFolder("routes")
      try FileBundle(bytes: files.bytes).write(to: folder + "/day")
      #expect(FileManager.default.fileExists(atPath: folder + "/day/routes"))
    }
  }

  @Test(arguments: ["/etc/x", "../x", "a/../../x", ""])
  func `a name that leaves its folder is refused`(name: String) throws {
    var files = FileBundle()
    files.add("text", as: name)
    #expect(throws: SealError.misplaced) { try FileBundle(bytes: files.bytes) }
  }

  @Test func `bytes that end early are refused`() throws {
    var files = FileBundle()
    files.add("text", as: "a.csv")
    let bytes = files.bytes
    for length in 17..<bytes.count {
      #expect(throws: SealError.cutOff) { try FileBundle(bytes: Array(bytes.prefix(length))) }
    }
    #expect(throws: SealError.newerFormat) { try FileBundle(bytes: [1, 2]) }
  }

  @Test func `a file made in memory leaves nothing behind`() throws {
    var files = FileBundle()
    try files.add("a.gpkg") { path in
      #expect(path.hasPrefix("/vsimem/"))
      var writer = try VectorWriter(creating: path)
      try writer.createLayer("a", geometry: .point, crs: .wgs84, fields: [])
      try writer.append(Feature(values: [], geometry: .point(Coordinate(114, 38))), to: "a")
      try writer.close()
    }
    let bytes = try #require(files.contents(of: "a.gpkg"))
    #expect(bytes.starts(with: Array("SQLite format 3".utf8)))
    try inTemporaryFolder { folder in
      try files.write(to: folder)
      var reader = try VectorReader(path: folder + "/a.gpkg")
      #expect(try reader.featureCount() == 1)
    }
  }
}
