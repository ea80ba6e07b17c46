import Foundation
import Geo
import Testing

@Suite struct ConvertCommandTests {
  /// WGS-84, GCJ-02 and BD-09 of one place.
  private let wgs84 = Coordinate(114.5149, 38.0428)
  private let gcj02 = Coordinate(114.520873542, 38.043418879)
  private let table = "名称,经度,纬度\n甲厂,114.520873542,38.043418879\n"

  @Test func `a table in GCJ-02 becomes points in WGS-84`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/in.csv")
      let output = folder + "/out.gpkg"
      let run = try Program.run("convert", input, "-o", output, "--from", "gcj02")
      #expect(run.status == 0)
      #expect(run.output == output + "\n")
      #expect(run.error.contains("read 1 = written 1 + rejected 0"))
      var reader = try VectorReader(path: output)
      #expect(reader.crs?.isSame(as: .wgs84) == true)
      let feature = try #require(try reader.next())
      guard case .point(let point) = feature.geometry else {
        Issue.record("no point")
        return
      }
      #expect(abs(point.x - wgs84.x) < 1e-8)
      #expect(abs(point.y - wgs84.y) < 1e-8)
      #expect(feature.values[1] == .real(point.x))
    }
  }

  @Test func `a table stays a table with its columns converted`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/in.csv")
      let output = folder + "/out.csv"
      let run = try Program.run("convert", input, "-o", output, "--from", "gcj02", "--json")
      #expect(run.status == 0)
      #expect(try run.json()["written"] as? Int == 1)
      let text = try String(contentsOfFile: output, encoding: .utf8)
      #expect(text.hasPrefix("名称,经度,纬度\n甲厂,114.51"))
    }
  }

  @Test func `shifted output has no coordinate system and says what it is`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/in.csv")
      let output = folder + "/out.gpkg"
      let run = try Program.run(
        "convert", input, "-o", output, "--from", "wgs84", "--to", "bd09")
      #expect(run.status == 0)
      var reader = try VectorReader(path: output)
      #expect(reader.crs == nil)
      #expect(try reader.next()?.values.last == .text("BD-09"))
    }
  }

  @Test func `GeoJSON in GCJ-02 must say so in its name`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/in.csv")
      let refused = try Program.run(
        "convert", input, "-o", folder + "/out.geojson", "--from", "wgs84", "--to", "gcj02")
      #expect(refused.status == 64)
      #expect(refused.error.contains("out.gcj02.geojson") || refused.error.contains(".gcj02."))
      #expect(!FileManager.default.fileExists(atPath: folder + "/out.geojson"))
      let named = try Program.run(
        "convert", input, "-o", folder + "/out.gcj02.geojson", "--from", "wgs84", "--to", "gcj02")
      #expect(named.status == 0)
      let text = try String(contentsOfFile: folder + "/out.gcj02.geojson", encoding: .utf8)
      #expect(text.contains("\"coordinate_system\": \"GCJ-02\""))
      #expect(!text.contains("\"crs\""))
    }
  }

  @Test func `rows without a place are counted and the others kept`() throws {
    try inTemporaryFolder { folder in
      let input = try write(
        "name,lon,lat\na,114.5,38\nb,,\nc,238,38\nd,114.6,nan\n", to: folder + "/in.csv")
      let run = try Program.run(
        "convert", input, "-o", folder + "/out.fgb", "--from", "wgs84", "--json")
      #expect(run.status == 0)
      let count = try run.json()
      #expect(count["read"] as? Int == 4)
      #expect(count["written"] as? Int == 1)
      #expect(count["rejected"] as? Int == 3)
      #expect(run.error.contains("row 2: no longitude and latitude"))
    }
  }

  @Test func `a file without a coordinate system needs --from`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/in.csv")
      let run = try Program.run("convert", input, "-o", folder + "/out.gpkg")
      #expect(run.status == 64)
      #expect(run.error.contains("--from"))
    }
  }

  @Test func `an existing file is replaced only on request`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/in.csv")
      let output = try write("mine", to: folder + "/out.csv")
      let refused = try Program.run("convert", input, "-o", output, "--from", "wgs84")
      #expect(refused.status == 73)
      #expect(try String(contentsOfFile: output, encoding: .utf8) == "mine")
      let replaced = try Program.run(
        "convert", input, "-o", output, "--from", "wgs84", "--overwrite")
      #expect(replaced.status == 0)
    }
  }

  @Test func `a missing file is reported with its name`() throws {
    try inTemporaryFolder { folder in
      let run = try Program.run(
        "convert", folder + "/none.shp", "-o", folder + "/out.gpkg", "--json")
      #expect(run.status == 66)
      let error = try run.errorJSON()
      #expect(error["code"] as? Int == 66)
      #expect((error["file"] as? String)?.hasSuffix("none.shp") == true)
    }
  }

  @Test func `an interrupted conversion ends with 130 and leaves nothing behind`() throws {
    try inTemporaryFolder { folder in
      let rows = (0..<400_000).map { "\($0),114.5,38\n" }.joined()
      let input = try write("id,lon,lat\n" + rows, to: folder + "/in.csv")
      let started = try Program.Started(
        ["convert", input, "-o", folder + "/out.gpkg", "--from", "gcj02"])
      // It has begun to write when something stands beside the input.
      while started.isRunning,
        try FileManager.default.contentsOfDirectory(atPath: folder).count < 2
      {
        sched_yield()
      }
      started.interrupt()
      let run = try started.finish()
      #expect(run.status == 130)
      #expect(run.error.contains("interrupted"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["in.csv"])
    }
  }

  @Test func `a point in a projected system is where PROJ says`() throws {
    try inTemporaryFolder { folder in
      let input = try write("lon,lat\n114,38\n", to: folder + "/in.csv")
      let run = try Program.run(
        "convert", input, "-o", folder + "/out.gpkg", "--from", "wgs84", "--to", "EPSG:4547")
      #expect(run.status == 0)
      var reader = try VectorReader(path: folder + "/out.gpkg")
      guard case .point(let point)? = try reader.next()?.geometry else {
        Issue.record("no point")
        return
      }
      // Central meridian 114 E with 500 km false easting; the meridian arc to 38 N.
      #expect(abs(point.x - 500_000) < 0.01)
      #expect(abs(point.y - 4_207_498) < 5)
    }
  }
}
