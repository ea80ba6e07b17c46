import Foundation
import Geo
import Testing

@Suite struct DensityCommandTests {
  /// Points in metres of UTM zone 50, around (450000, 4200000), and one without a position.
  private var table: String {
    var lines = ["id,x,y,count"]
    for place in 0..<60 {
      let (x, y) = (450_000 + place * 37 % 2000, 4_200_000 + place * 91 % 1700)
      lines.append("\(place),\(x),\(y),\(place % 3)")
    }
    return (lines + ["60,,,1", ""]).joined(separator: "\n")
  }

  private func points() throws -> WeightedPoints {
    try WeightedPoints(
      xs: (0..<60).map { Double(450_000 + $0 * 37 % 2000) },
      ys: (0..<60).map { Double(4_200_000 + $0 * 91 % 1700) })
  }

  private func codes(_ run: Program.Run) throws -> [String] {
    let remarks = try run.json()["remarks"] as? [[String: Any]]
    return (remarks ?? []).compactMap { $0["code"] as? String }
  }

  @Test func `a raster holds the density of its cells, in the points' own projection`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/points.csv")
      let run = try Program.run(
        "density", input, "-o", folder + "/d.tif", "--bandwidth", "800", "--cell", "250", "--days",
        "10", "--from", "EPSG:32650", "--json")
      #expect(run.status == 0)
      let account = try run.json()
      #expect(account["read"] as? Int == 61)
      #expect(account["used"] as? Int == 60)
      #expect(account["blank"] as? Int == 1)
      #expect(account["unit"] as? String == "per km2 per day")
      #expect((account["crs"] as? String)?.contains("EPSG:32650") == true)
      #expect(abs((account["points_on_map"] as? Double ?? 0) - 60) < 0.1)
      #expect(try codes(run) == ["no_denominator"])
      var raster = try RasterReader(path: folder + "/d.tif")
      let corner = try #require(raster.transform?.origin)
      let grid = DensityGrid(
        minX: corner.x, maxY: corner.y, cell: 250,
        columns: raster.width, rows: raster.height)
      let expected = KernelDensity(.quartic, bandwidth: 800)
        .onGrid(grid, of: try points(), unit: .perSquareKilometreAndDay(days: 10))
      #expect(try raster.read() == expected)
      #expect(raster.bands[0].noData == -9999)
    }
  }

  @Test func `points in degrees are measured in metres, and the projection is told`() throws {
    try inTemporaryFolder { folder in
      let china = try write("lon,lat\n116.4,39.9\n116.41,39.9\n", to: folder + "/china.csv")
      let run = try Program.run(
        "density", china, "-o", folder + "/d.csv", "--bandwidth", "3000", "--cell", "1000")
      #expect(run.status == 0)
      #expect(run.error.contains("Measured in China Albers equal area on CGCS2000"))
      #expect(run.error.contains("Only 2 points"))
      let rows = try String(contentsOfFile: folder + "/d.csv", encoding: .utf8)
        .split(separator: "\n").dropFirst().map {
          $0.split(separator: ",").compactMap { Double($0) }
        }
      #expect(abs(rows.reduce(0) { $0 + $1[2] } - 2) < 0.02)
      let elsewhere = try write("lon,lat\n-87.6,41.9\n", to: folder + "/chicago.csv")
      for (options, system) in [([], "EPSG:32616"), (["--crs", "EPSG:26916"], "EPSG:26916")] {
        let run = try Program.run(
          ["density", elsewhere, "-o", folder + "/e.gpkg", "--bandwidth", "900", "--overwrite"]
            + options)
        #expect(run.status == 0)
        #expect(run.error.contains(system))
        let reader = try VectorReader(path: folder + "/e.gpkg")
        #expect(try reader.crs?.isSame(as: CoordinateSystem(system)) == true)
      }
    }
  }

  @Test func `places of another file get a column, their rows stay`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/points.csv")
      let sites = try write(
        "site,x,y\n007,450500,4200500\n008,,\n009,470000,4200500\n", to: folder + "/sites.csv")
      let run = try Program.run(
        "density", input, "-o", folder + "/out.csv", "--bandwidth", "800", "--at", sites,
        "--from", "EPSG:32650", "--json")
      #expect(run.status == 0)
      #expect(try run.json()["places"] as? Int == 3)
      let lines = try String(contentsOfFile: folder + "/out.csv", encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let expected = KernelDensity(.quartic, bandwidth: 800)
        .at(x: [450_500], y: [4_200_500], of: try points(), unit: .perSquareKilometre)
      #expect(lines[0] == "site,x,y,density")
      #expect(lines[1] == "007,450500,4200500,\(expected[0])")
      #expect(lines[2] == "008,,,")
      #expect(lines[3] == "009,470000,4200500,0")
    }
  }

  @Test func `weights count, a study area corrects, a ratio is given where it can be`() throws {
    try inTemporaryFolder { folder in
      let input = try write(table, to: folder + "/points.csv")
      let common = ["--bandwidth", "800", "--from", "EPSG:32650", "--json", "--overwrite"]
      let weighted = try Program.run(
        ["density", input, "-o", folder + "/w.tif", "--weight", "count"] + common)
      #expect(abs((try weighted.json()["points_on_map"] as? Double ?? 0) - 60) < 1)
      let area = try write(
        """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":
        "urn:ogc:def:crs:EPSG::32650"}},"features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Polygon","coordinates":[[[450000,4200000],[451500,4200000],
        [451500,4202000],[450000,4202000],[450000,4200000]]]}}]}
        """, to: folder + "/area.geojson")
      let corrected = try Program.run(
        ["density", input, "-o", folder + "/a.tif", "--study-area", area, "--cell", "100"] + common)
      #expect(corrected.status == 0)
      let account = try corrected.json()
      let used = account["used"] as? Int ?? 0
      #expect(used < 60 && used > 30)
      #expect(used + (account["outside"] as? Int ?? 0) == 60)
      #expect(try codes(corrected).contains("outside_study_area"))
      // What the border cuts off is given back: nearly all points are on the map.
      #expect(abs((account["points_on_map"] as? Double ?? 0) - Double(used)) < 0.1 * Double(used))
      let ratio = try Program.run(
        ["density", input, "-o", folder + "/r.tif", "--per", input] + common)
      #expect(ratio.status == 0)
      #expect(try ratio.json()["highest"] as? Double == 1)
      #expect(try codes(ratio) == ["thin_denominator"])
    }
  }

  @Test func `what cannot be trusted is told`() throws {
    try inTemporaryFolder { folder in
      let centres = (0..<60).map { "\(450_000 + $0 % 5 * 4000),4200000" }
      let input = try write(
        (["x,y"] + centres).joined(separator: "\n"), to: folder + "/centres.csv")
      let run = try Program.run(
        "density", input, "-o", folder + "/d.tif", "--bandwidth", "400", "--from", "EPSG:32650",
        "--json")
      #expect(
        try codes(run) == [
          "bandwidth_below_cell", "repeated_positions", "below_accuracy", "no_denominator",
        ])
    }
  }

  @Test func `decisions and doubts are kept in both languages`() throws {
    try inTemporaryFolder { folder in
      let input = try write(
        "lon,lat,n\n116,40,1\n116.001,40,0\n,,\nx,40,1\n", to: folder + "/few.csv")
      let run = try Program.run(
        "density", input, "-o", folder + "/d.tif", "--bandwidth", "100", "--weight", "n",
        "--report", folder + "/r.json", "--lang", "zh")
      #expect(run.status == 0)
      let report = try String(contentsOfFile: folder + "/r.json", encoding: .utf8)
      let entries = try #require(
        JSONSerialization.jsonObject(with: Data(report.utf8)) as? [[String: Any]])
      let topics = entries.compactMap { $0["topic"] as? String }
      #expect(
        topics == [
          "input", "blank", "unreadable", "weightless", "plane", "bandwidth", "kernel", "unit",
          "weight", "border", "bandwidth_below_cell", "few_points", "no_denominator", "cells",
        ])
      #expect(entries.allSatisfy { $0["zh"] is String && $0["en"] is String })
      #expect(run.error.contains("注意：只有 2 个点"))
      let again = try Program.run(
        "density", input, "-o", folder + "/e.tif", "--bandwidth", "100", "--report",
        folder + "/r.json")
      #expect(again.status == 73)
      #expect(!FileManager.default.fileExists(atPath: folder + "/e.tif"))
    }
  }

  @Test func `bad input ends with the reason and the next step`() throws {
    try inTemporaryFolder { folder in
      let far = try write("x,y\n0,0\n40000000,40000000\n", to: folder + "/far.csv")
      let one = try write("lon,lat\n116,40\n116,40\n", to: folder + "/one.csv")
      let none = try write("lon,lat\n,\n", to: folder + "/none.csv")
      let zero = try write("lon,lat,n\n116,40,0\n116.1,40,0\n", to: folder + "/zero.csv")
      let minus = try write("lon,lat,n\n116,40,-1\n", to: folder + "/minus.csv")
      for (arguments, status, text) in [
        ([far, "--bandwidth", "500", "--cell", "10"], 64, "--cell"),
        ([one, "--bandwidth", "silverman"], 65, "all points are at one place"),
        ([none, "--bandwidth", "500"], 65, "none of 1 rows has a position"),
        ([minus, "--bandwidth", "500", "--weight", "n"], 65, "negative"),
        ([minus, "--bandwidth", "500", "--weight", "m"], 64, "there is no column"),
        ([zero, "--bandwidth", "500", "--weight", "n"], 65, "all weights are 0"),
        ([one, "--bandwidth", "-3"], 64, "--bandwidth"),
        ([one, "--bandwidth", "500", "--crs", "EPSG:4326"], 64, "not in metres"),
        ([folder + "/no.csv", "--bandwidth", "500"], 66, "no such file"),
      ] {
        let run = try Program.run(["density"] + arguments + ["-o", folder + "/out.tif"])
        #expect(run.status == Int32(status), "\(arguments): \(run.error)")
        #expect(run.error.contains(text), "\(arguments): \(run.error)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/out.tif"))
      }
    }
  }
}
