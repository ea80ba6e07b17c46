import Foundation
import Testing

@testable import Publishing

@Suite struct StagedFolderTests {
  @Test func `nothing is to be seen before it is published`() throws {
    try inTemporaryFolder { folder in
      let place = folder + "/plans/2018-12-24"
      let staged = try StagedFolder(for: place)
      try staged.write("a", to: "targets.csv")
      #expect(!FileManager.default.fileExists(atPath: place))
      try staged.publish()
      #expect(try contents(of: folder + "/plans") == ["2018-12-24"])
      #expect(try String(contentsOfFile: place + "/targets.csv", encoding: .utf8) == "a")
    }
  }

  @Test func `files of other names stay and folders are replaced`() throws {
    try inTemporaryFolder { folder in
      let place = folder + "/day"
      let first = try StagedFolder(for: place)
      try first.write("old", to: "routes/t1.geojson")
      try first.write("kept", to: "audit.jsonl")
      try first.publish()
      let second = try StagedFolder(for: place)
      try second.write("new", to: "routes/t2.geojson")
      try second.publish()
      #expect(try contents(of: place) == ["audit.jsonl", "routes"])
      #expect(try contents(of: place + "/routes") == ["t2.geojson"])
    }
  }

  @Test func `what was not published leaves nothing behind`() throws {
    try inTemporaryFolder { folder in
      do {
        let staged = try StagedFolder(for: folder + "/day")
        try staged.write("half", to: "targets.csv")
      }
      #expect(try contents(of: folder) == [])
    }
  }

  @Test func `what a killed run left behind goes with the next`() throws {
    try inTemporaryFolder { folder in
      // No process has this number: it is beyond what Linux gives.
      let leftover = folder + "/.day.partial-2000000000"
      try FileManager.default.createDirectory(atPath: leftover, withIntermediateDirectories: true)
      try StagedFolder(for: folder + "/day").publish()
      #expect(try contents(of: folder) == ["day"])
    }
  }

  @Test func `a place that is a file is reported with the next step`() throws {
    try inTemporaryFolder { folder in
      try Data().write(to: URL(fileURLWithPath: folder + "/file"))
      let error = #expect(throws: PublishingError.self) {
        _ = try StagedFolder(for: folder + "/file/day")
      }
      #expect(error?.kind == .cannotCreate)
      #expect(error?.description.contains("choose a folder") == true)
    }
  }

  private func contents(of folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}

/// Runs a test in a folder of its own, which is gone afterwards.
func inTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("hotspot-test-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
