import Foundation
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct PlanFilesTests {
  private let plan = Fixture.plan
  private let facts = Fixture.facts

  @Test func `a day's folder holds lists, layers and a route a team`() throws {
    try inTemporaryFolder { folder in
      try write(to: folder + "/day")
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      #expect(
        files == [
          "day", "day/cities.json", "day/coverage.csv", "day/plan.json", "day/routes",
          "day/routes/t1.geojson", "day/routes/t2.geojson", "day/targets.csv", "day/targets.gpkg",
        ])
    }
  }

  @Test func `writing twice gives the same bytes`() throws {
    try inTemporaryFolder { folder in
      try write(to: folder + "/a")
      try write(to: folder + "/b")
      try write(to: folder + "/b")
      for name in ["targets.csv", "coverage.csv", "cities.json", "routes/t1.geojson"] {
        let first = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a/\(name)"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/b/\(name)")) == first)
      }
    }
  }

  @Test func `the layers hold stops and routes`() throws {
    try inTemporaryFolder { folder in
      try write(to: folder + "/day")
      let path = folder + "/day/targets.gpkg"
      #expect(try VectorReader.layers(path: path).map(\.name).sorted() == ["routes", "targets"])
      var targets = try VectorReader(path: path, layer: "targets")
      let first = try #require(try targets.next())
      #expect(first.geometry == .point(Coordinate(114.52, 38.05)))
      #expect(first.values.contains(.text("2018-12-24T08:20:00+08:00")))
      #expect(try targets.featureCount() == 2)
      var routes = try VectorReader(path: path, layer: "routes")
      #expect(try routes.featureCount() == 1)
    }
  }

  @Test func `GDAL reads a route as GeoJSON`() throws {
    try inTemporaryFolder { folder in
      try write(to: folder + "/day")
      var reader = try VectorReader(path: folder + "/day/routes/t1.geojson")
      #expect(try reader.featureCount() == 3)
      #expect(reader.crs?.isSame(as: .wgs84) == true)
    }
  }

  @Test func `a round's folder holds the lists of all its days`() throws {
    try inTemporaryFolder { folder in
      try RoundFiles.write(plan, facts: facts, to: folder + "/round-14", language: .zh)
      let text = try String(contentsOfFile: folder + "/round-14/targets.csv", encoding: .utf8)
      #expect(text.hasPrefix("督查组编号,"))
      #expect(text.split(separator: "\n").count == 3)
    }
  }

  @Test(arguments: [
    ("t1", "routes/t1.geojson"), ("a/b", "routes/a%2Fb.geojson"), ("..", "routes/%2E..geojson"),
    ("石家庄 1", "routes/石家庄 1.geojson"), ("50%", "routes/50%25.geojson"),
  ])
  func `a team's identifier cannot leave its folder`(team: String, name: String) {
    #expect(PlanFiles.routeName(team: team) == name)
  }

  private func write(to folder: String) throws {
    try PlanFiles.write(plan, facts: facts, day: Fixture.day, to: folder, language: .en)
  }
}
