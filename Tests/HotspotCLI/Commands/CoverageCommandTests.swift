import Foundation
import Geo
import Testing

@Suite struct CoverageCommandTests {
  /// A feature of GeoJSON: a box in degrees.
  private func box(
    _ code: Int, _ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double
  ) -> String {
    let corners = [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY), (minX, minY)]
    return feature(
      code, "Polygon", "[[" + corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]]")
  }

  private func feature(_ code: Int, _ type: String, _ coordinates: String) -> String {
    #"{"type":"Feature","properties":{"town_code":"\#(code)","乡镇":"镇\#(code)"},"#
      + #""geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
  }

  private func layer(_ features: [String], in folder: String) throws -> String {
    try write(
      #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}",
      to: folder + "/towns.geojson")
  }

  /// Two towns that overlap by 0.001 degrees and two that leave as much between them.
  private func faulty(in folder: String) throws -> String {
    try layer(
      [
        box(101, 116, 38, 116.101, 38.1), box(102, 116.1, 38, 116.2, 38.1),
        box(103, 116, 38.1, 116.1, 38.2), box(104, 116.101, 38.1, 116.2, 38.2),
        box(105, 116, 38.2, 116.2, 38.3),
      ], in: folder)
  }

  /// 0.001 by 0.1 degrees at 38.05 N, in square metres, by the ellipsoid's radii.
  private let strip = 87.766 * 11_099.2

  @Test func `overlaps and gaps are told with sizes, places and names`() throws {
    try inTemporaryFolder { folder in
      let run = try Program.run("check-coverage", try faulty(in: folder), "--json")
      #expect(run.status == 0)
      let report = try run.json()
      #expect(report["clean"] as? Bool == false)
      let overlaps = try #require(report["overlaps"] as? [String: Any])
      #expect(overlaps["count"] as? Int == 1)
      let area = try #require(overlaps["area_m2"] as? Double)
      #expect(abs(area / strip - 1) < 1e-3)
      let largest = try #require(report["largest"] as? [[String: Any]])
      #expect(largest.map { $0["kind"] as? String } == ["overlap", "gap"])
      #expect(largest[0]["rows"] as? [Int] == [1, 2])
      #expect(largest[0]["names"] as? [String] == ["镇101", "镇102"])
      #expect(abs((largest[0]["lon"] as? Double ?? 0) - 116.1005) < 1e-9)
      // Half of 0.001 degrees east: 2 · area / border of 87.7 by 11,099 m.
      #expect(abs((largest[0]["width_m"] as? Double ?? 0) - 87.08) < 0.1)
    }
  }

  @Test func `the report is a GeoPackage with a layer for each kind`() throws {
    try inTemporaryFolder { folder in
      let output = folder + "/report.gpkg"
      let run = try Program.run("check-coverage", try faulty(in: folder), "-o", output)
      #expect(run.status == 0)
      #expect(run.output.contains("overlaps"))
      #expect(run.output.contains("镇101 (1), 镇102 (2)"))
      let layers = try VectorReader.layers(path: output)
      // GDAL lists tables without places last, in an order of its own.
      let counts = Dictionary(uniqueKeysWithValues: layers.map { ($0.name, $0.featureCount) })
      #expect(counts == ["overlaps": 1, "gaps": 1, "open_slits": 0, "invalid": 0, "summary": 14])
      var reader = try VectorReader(path: output, layer: "gaps")
      #expect(reader.crs?.isSame(as: .wgs84) == true)
      let names = reader.fields.map(\.name)
      let gap = try #require(try reader.next())
      let values = Dictionary(uniqueKeysWithValues: zip(names, gap.values))
      #expect(values["is_sliver"] == .integer(0))
      #expect(Set([values["first_code"], values["second_code"]]) == [.text("103"), .text("104")])
      guard case .area(let place)? = gap.geometry else {
        Issue.record("no area")
        return
      }
      let expected = Envelope(minX: 116.1, minY: 38.1, maxX: 116.101, maxY: 38.2)
      #expect(place.envelope == expected)
    }
  }

  @Test func `gaps beyond the limits are listed apart`() throws {
    try inTemporaryFolder { folder in
      let input = try faulty(in: folder)
      let run = try Program.run("check-coverage", input, "--max-gap-width", "80", "--json")
      let report = try run.json()
      #expect((report["gaps"] as? [String: Any])?["count"] as? Int == 0)
      #expect((report["gaps_beyond_limits"] as? [String: Any])?["count"] as? Int == 1)
      let wide = try Program.run("check-coverage", input, "--sliver-width", "90", "--json")
      #expect((try wide.json()["gaps"] as? [String: Any])?["slivers"] as? Int == 1)
    }
  }

  @Test(arguments: ["clean.gpkg", "clean.geojson", "clean.fgb"])
  func `a cleaned layer is clean and keeps its columns`(name: String) throws {
    try inTemporaryFolder { folder in
      let output = folder + "/" + name
      let run = try Program.run(
        "clean-coverage", try faulty(in: folder), "-o", output, "--max-gap-width", "100", "--json")
      #expect(run.status == 0)
      let outcome = try run.json()
      #expect((outcome["overlaps_resolved"] as? [String: Any])?["count"] as? Int == 1)
      #expect((outcome["gaps_closed"] as? [String: Any])?["count"] as? Int == 1)
      let check = try Program.run("check-coverage", output, "--json").json()
      #expect(check["clean"] as? Bool == true)
      var reader = try VectorReader(path: output)
      var codes: [FieldValue] = []
      try reader.forEach { codes.append($0.values[0]) }
      // FlatGeobuf sorts its features by place.
      #expect(Set(codes) == Set((101...105).map { .text("\($0)") }))
      if !name.hasSuffix("fgb") { #expect(codes == (101...105).map { .text("\($0)") }) }
    }
  }

  @Test func `gaps wider than the limit stay, a metre where none is given`() throws {
    try inTemporaryFolder { folder in
      let run = try Program.run(
        "clean-coverage", try faulty(in: folder), "-o", folder + "/out.gpkg", "--json")
      #expect(run.status == 0)
      #expect((try run.json()["gaps_left"] as? [String: Any])?["count"] as? Int == 1)
    }
  }

  @Test func `an area that is there twice is told by its row, and nothing is written`() throws {
    try inTemporaryFolder { folder in
      let input = try layer(
        [box(101, 116, 38, 116.1, 38.1), box(102, 116, 38, 116.1, 38.1)], in: folder)
      let run = try Program.run("clean-coverage", input, "-o", folder + "/out.gpkg")
      #expect(run.status == 65)
      #expect(run.error.contains("row 2") && run.error.contains("check-coverage"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/out.gpkg"))
    }
  }

  @Test func `areas that cross themselves are counted, and mended on request`() throws {
    try inTemporaryFolder { folder in
      let bow = feature(
        101, "Polygon", "[[[116,38],[116.1,38.1],[116.1,38],[116,38.1],[116,38]]]")
      let input = try layer([bow], in: folder)
      let check = try Program.run("check-coverage", input, "--json")
      #expect(check.status == 0)
      #expect((try check.json()["invalid"] as? [[String: Any]])?.map { $0["row"] as? Int } == [1])
      #expect(check.error.contains("row 1") && check.error.contains("clean-coverage"))
      let output = folder + "/out.gpkg"
      #expect(try Program.run("clean-coverage", input, "-o", output).status == 0)
      #expect(try Program.run("check-coverage", output, "--json").json()["clean"] as? Bool == true)
    }
  }

  @Test func `features without a place are passed through`() throws {
    try inTemporaryFolder { folder in
      let empty = #"{"type":"Feature","properties":{"town_code":"100"},"geometry":null}"#
      let input = try layer([empty, box(101, 116, 38, 116.1, 38.1)], in: folder)
      let check = try Program.run("check-coverage", input, "--json").json()
      #expect(check["without_geometry"] as? Int == 1)
      #expect(check["clean"] as? Bool == true)
      let output = folder + "/out.gpkg"
      #expect(try Program.run("clean-coverage", input, "-o", output).status == 0)
      var reader = try VectorReader(path: output)
      #expect(try reader.next()?.geometry == nil)
      #expect(try reader.next()?.geometry != nil)
    }
  }

  @Test func `points, no features and no coordinate system are refused`() throws {
    try inTemporaryFolder { folder in
      let points = try layer([feature(101, "Point", "[116,38]")], in: folder)
      let refused = try Program.run("check-coverage", points)
      #expect(refused.status == 65)
      #expect(refused.error.contains("row 1") && refused.error.contains("-l"))
      let none = try Program.run("check-coverage", try layer([], in: folder))
      #expect(none.status == 65)
      let table = try write(
        "id,WKT\n1,\"POLYGON((116 38,117 38,117 39,116 38))\"\n", to: folder + "/in.csv")
      let bare = try Program.run("check-coverage", table)
      #expect(bare.status == 64)
      #expect(bare.error.contains("--from"))
      #expect(try Program.run("check-coverage", table, "--from", "wgs84").status == 0)
    }
  }

  @Test func `a report that is no GeoPackage and a bad limit are usage errors`() throws {
    try inTemporaryFolder { folder in
      let input = try faulty(in: folder)
      let report = try Program.run("check-coverage", input, "-o", folder + "/report.csv")
      #expect(report.status == 64)
      #expect(report.error.contains(".gpkg"))
      #expect(try Program.run("check-coverage", input, "--max-gap-width=-1").status == 64)
    }
  }
}
