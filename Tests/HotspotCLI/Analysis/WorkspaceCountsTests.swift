import CampaignData
import Foundation
import Geo
import Store
import Testing

@testable import HotspotCLI

@Suite struct WorkspaceCountsTests {
  private func square(_ properties: String, _ west: Double, _ south: Double, _ side: Double)
    -> String
  {
    let (east, north) = (west + side, south + side)
    return """
      {"type":"Feature","properties":{\(properties)},"geometry":{"type":"Polygon","coordinates":\
      [[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]}}
      """
  }

  private func layer(_ features: [String], _ path: String) throws -> String {
    try write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}", to: path
    )
  }

  /// Two townships side by side, four complaints.
  private func workspace(_ folder: String) throws -> Workspace {
    let county = "\"code\":\"130102\",\"name\":\"长安区\""
    let towns = (0..<2).map { number in
      square(
        "\"code\":\"13010200\(number + 1)\",\"name\":\"镇\(number)\",\"county_code\":\"130102\"",
        114.5 + Double(number) * 0.2, 38, 0.2)
    }
    let files = [
      ("counties", try layer([square(county, 114.5, 38, 0.4)], folder + "/counties.geojson")),
      ("townships", try layer(towns, folder + "/townships.geojson")),
      (
        "complaints",
        try write(
          """
          编号,受理时间,经度,纬度
          c1,2018-11-01 08:00,114.55,38.05
          c2,2018-11-02 08:00,114.55,38.05
          c3,2018-11-03 08:00,114.75,38.05
          c4,2018-11-03 08:00,114.93,38.05

          """, to: folder + "/complaints.csv")
      ),
    ]
    _ = try Program.run("init", folder + "/w")
    for (kind, file) in files {
      let run = try Program.run(
        "import", kind, file, "-w", folder + "/w", "--known-at", "2018-12-01")
      try #require(run.status == 0, "\(run.error)")
    }
    return try Workspace.open(at: folder + "/w")
  }

  @Test func `each area has the complaints within it, of the days asked for`() throws {
    try inTemporaryFolder { folder in
      let workspace = try workspace(folder)
      let moment = try #require(Moment("2018-12-02"))
      let points = try WorkspacePoints(.init(kind: .complaints), of: workspace, asOf: moment)
      var record = AnalysisRecord()
      let towns = try WorkspaceCounts(
        .townships, of: points, time: TimeChoice(), in: workspace, &record)
      #expect(towns.column == "complaints")
      #expect(towns.features.map { $0.values.last } == [.integer(2), .integer(1)])
      #expect(towns.outside == 1)
      #expect(record.entries.map(\.topic) == ["input", "counts", "in_no_area"])
      let late = try WorkspaceCounts(
        .townships, of: points, time: TimeChoice(since: CalendarDate("2018-11-02")),
        in: workspace, &record)
      #expect(late.features.map { $0.values.last } == [.integer(1), .integer(1)])
      let cells = try WorkspaceCounts(
        .cells, of: points, time: TimeChoice(), in: workspace, &record)
      #expect(cells.features.count > 50)
      #expect(cells.features.count { $0.values.last == .integer(2) } == 1)
      let run = try Program.run(
        "hotspots", "-w", folder + "/w", "-o", folder + "/hot.gpkg", "--as-of", "2018-12-02",
        "--since", "2018-11-02", "--lang", "en")
      #expect(run.status == 0, "\(run.error)")
      #expect(run.error.contains("values of complaints"))
      var reader = try VectorReader(path: folder + "/hot.gpkg", layer: "cells")
      #expect(try reader.featureCount() == cells.features.count)
    }
  }

  @Test func `values come from a file or from a workspace`() throws {
    let both = try Program.run("hotspots", "a.gpkg", "-o", "b.gpkg", "-w", "c", "--field", "n")
    #expect(both.status == 64 && both.error.contains("leave out the file"))
    let named = try Program.run("hotspots", "-w", "c", "-o", "b.gpkg", "--field", "n")
    #expect(named.status == 64 && named.error.contains("describe a file"))
  }
}
