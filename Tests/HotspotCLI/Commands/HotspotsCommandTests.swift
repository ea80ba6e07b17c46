import Foundation
import Geo
import Testing

@Suite struct HotspotsCommandTests {
  /// A grid of 8 by 8 squares of 3 km with high values in one corner and low ones in the other.
  private func grid(
    _ names: String = "n", value: (Int, Int) -> String = HotspotsCommandTests.slope
  ) -> String {
    let cells = (0..<64).map { cell in
      let (column, row) = (cell % 8, cell / 8)
      let (x, y) = (500_000 + column * 3000, 4_200_000 + row * 3000)
      let ring = [[x, y], [x + 3000, y], [x + 3000, y + 3000], [x, y + 3000], [x, y]]
      return """
        {"type":"Feature","properties":{"\(names)":\(value(column, row)),"Z":"\(cell)"},
         "geometry":{"type":"Polygon","coordinates":[\(ring)]}}
        """
    }
    return """
      {"type":"FeatureCollection","name":"cells",
       "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32650"}},
       "features":[\(cells.joined(separator: ",\n"))]}
      """
  }

  /// Hot at 0, 0 and cold at 7, 7, with some noise between.
  static func slope(_ column: Int, _ row: Int) -> String {
    if column < 3, row < 3 { return "5.5" }
    if column > 4, row > 4 { return "0" }
    return "\(Double(4 + (column * 5 + row * 3) % 4) / 2)"
  }

  private func features(_ path: String) throws -> (names: [String], rows: [[FieldValue]]) {
    var reader = try VectorReader(path: path)
    var rows: [[FieldValue]] = []
    try reader.forEach { rows.append($0.values) }
    return (reader.fields.map(\.name), rows)
  }

  private func entry(_ topic: String, of run: Program.Run) throws -> [String: Any]? {
    let record = try #require(try run.json()["record"] as? [[String: Any]])
    return record.first { $0["topic"] as? String == topic }
  }

  @Test func `a hot and a cold corner are found, and every column is kept`() throws {
    try inTemporaryFolder { folder in
      let cells = try write(grid(), to: folder + "/cells.geojson")
      let output = folder + "/hot.gpkg"
      let run = try Program.run("hotspots", cells, "-o", output, "--field", "n", "--json")
      #expect(run.status == 0)
      let (names, rows) = try features(output)
      #expect(
        names == [
          "n", "Z", "g", "z_2", "p", "p_perm", "p_perm_one", "neighbours", "p_adjusted", "bin",
        ])
      #expect(rows.count == 64)
      #expect(rows[0].last == .integer(3) && rows[63].last == .integer(-3))
      #expect(rows[0][7] == .integer(3) && rows[9][7] == .integer(8))
      let classes = try #require(try run.json()["classes"] as? [String: Int])
      #expect(classes["hot_99"] == rows.count { $0.last == .integer(3) })
      #expect(classes.values.reduce(0, +) == 64)
      #expect(run.error.contains("Neighbours: areas with a common border or corner"))
      #expect(run.error.contains("By chance alone some 3 features"))
    }
  }

  @Test func `the same seed gives the same bytes, in CSV with the geometry`() throws {
    try inTemporaryFolder { folder in
      let cells = try write(grid(), to: folder + "/cells.geojson")
      for (name, seed) in [("a", "5"), ("b", "5"), ("c", "6")] {
        let run = try Program.run(
          "hotspots", cells, "-o", folder + "/\(name).csv", "--field", "n", "--method", "moran",
          "--seed", seed, "--report", folder + "/\(name).txt")
        #expect(run.status == 0)
        #expect(run.output.contains("significant (alpha 0.05)"))
      }
      let texts = try ["a", "b", "c"].map {
        try String(contentsOfFile: folder + "/\($0).csv", encoding: .utf8)
      }
      #expect(texts[0] == texts[1] && texts[0] != texts[2])
      #expect(texts[0].contains("POLYGON") && texts[0].contains(",HH,HH"))
      let report = try String(contentsOfFile: folder + "/a.txt", encoding: .utf8)
      #expect(report.contains("seed 5"))
    }
  }

  @Test func `points in degrees have neighbours in metres, and Chinese is spoken`() throws {
    try inTemporaryFolder { folder in
      // At 38 north 0.03 degrees are 2.6 km to the east and 3.3 km to the north.
      let rows = (0..<36).map {
        "\(114 + Double($0 % 6) * 0.03),\(38 + Double($0 / 6) * 0.03),\($0)"
      }
      let points = try write(
        "lon,lat,n\n" + rows.joined(separator: "\n") + "\n", to: folder + "/p.csv")
      let output = folder + "/out.geojson"
      let run = try Program.run(
        "hotspots", points, "-o", output, "--field", "n", "--weights", "band:3000", "--lang", "zh")
      #expect(run.status == 0)
      #expect(run.error.contains("Albers") && run.error.contains("3000 米以内"))
      let (names, values) = try features(output)
      let column = try #require(names.firstIndex(of: "neighbours"))
      #expect(values[7][2] == .real(7))
      #expect(values[0][column] == .integer(1) && values[7][column] == .integer(2))
    }
  }

  @Test func `weights of a file are matched by its column`() throws {
    try inTemporaryFolder { folder in
      let cells = try write(grid(), to: folder + "/cells.geojson")
      let rows = (0..<64).map { "\($0) 1\n\(($0 + 1) % 64)\n" }
      let ring = try write("0 64 cells Z\n" + rows.joined(), to: folder + "/ring.gal")
      let run = try Program.run(
        "hotspots", cells, "-o", folder + "/o.fgb", "--field", "n", "--weights", ring, "--method",
        "geary", "--json")
      #expect(run.status == 0)
      #expect(try #require(entry("weights", of: run)?["en"] as? String).contains("column Z"))
      let broken = try write("63\n0 0\n", to: folder + "/broken.gal")
      let told = try Program.run(
        "hotspots", cells, "-o", folder + "/no.fgb", "--field", "n", "--weights", broken)
      #expect(told.status == 65)
      #expect(told.error.contains("63 features, but there are 64"))
      let missing = try Program.run(
        "hotspots", cells, "-o", folder + "/no.fgb", "--field", "n", "--weights",
        folder + "/nowhere.gal")
      #expect(missing.status == 66)
      #expect(!FileManager.default.fileExists(atPath: folder + "/no.fgb"))
    }
  }

  @Test func `weights written to a file give the same result again`() throws {
    try inTemporaryFolder { folder in
      let cells = try write(grid(), to: folder + "/cells.geojson")
      for (weights, file) in [("rook", "w.gal"), ("kernel:7000", "w.gwt")] {
        var results: [[[FieldValue]]] = []
        for (choice, option) in [(weights, "--save-weights"), (folder + "/" + file, "--id")] {
          let output = folder + "/\(results.count).gpkg"
          let last = option == "--id" ? "Z" : folder + "/" + file
          var arguments = ["hotspots", cells, "-o", output, "--field", "n", "--overwrite"]
          arguments +=
            ["--weights", choice, "--id", "Z"] + (option == "--id" ? [] : [option, last])
          #expect(try Program.run(arguments).status == 0)
          results.append(try features(output).rows)
        }
        #expect(results[0] == results[1])
      }
    }
  }

  @Test func `what makes a result doubtful is said`() throws {
    try inTemporaryFolder { folder in
      let output = folder + "/o.gpkg"
      func run(_ text: String, _ options: String...) throws -> Program.Run {
        let cells = try write(text, to: folder + "/cells.geojson")
        return try Program.run(
          ["hotspots", cells, "-o", output, "--field", "n", "--json", "--overwrite"] + options)
      }
      let equal = try run(grid { _, _ in "7" })
      #expect(equal.status == 0)
      #expect(try entry("equal", of: equal)?["warning"] as? Bool == true)
      #expect(try entry("counts", of: equal) != nil)
      #expect(try equal.json()["judged"] as? Int == 0)
      let gaps = try run(grid { column, _ in column == 2 ? "null" : "\(column).5" })
      #expect(try #require(entry("missing", of: gaps)?["en"] as? String).hasSuffix("too: 8."))
      let words = try run(grid { $0 == 2 && $1 == 1 ? "\"many\"" : "\"\($0).5\"" })
      #expect(try #require(entry("unreadable", of: words)?["en"] as? String).contains("row 11"))
      let reach = try run(
        grid { "\(($0 * 7 + $1 * 3) % 5).5" }, "--judge", "permutation", "--permutations", "99",
        "--correction", "bonferroni")
      #expect(try #require(entry("reach", of: reach)?["en"] as? String).contains("none can count"))
    }
  }

  @Test func `wrong arguments are told before anything is written`() throws {
    try inTemporaryFolder { folder in
      let points = try write("lon,lat,n\n114,38,1\n114.1,38,2\n", to: folder + "/p.csv")
      let output = folder + "/o.gpkg"
      for (options, status, told) in [
        (["--field", "m"], 64, "lon, lat, n"), (["--field", "n", "--weights", "queen"], 65, "knn"),
        (["--field", "n", "--weights", "band:far"], 64, "band:METRES"),
        (["--field", "n", "--alpha", "5"], 64, "between 0 and 1"),
        (["--field", "n", "--judge", "permutation", "--permutations", "0"], 64, "raise"),
      ] {
        let run = try Program.run(["hotspots", points, "-o", output] + options)
        #expect(run.status == Int32(status), "\(options)")
        #expect(run.error.contains(told), "\(run.error)")
        #expect(!FileManager.default.fileExists(atPath: output))
      }
      #expect(try Program.run("hotspots", points, "-o", output, "--field", "n").status == 0)
      let again = try Program.run("hotspots", points, "-o", output, "--field", "n")
      #expect(again.status == 73)
      #expect(again.error.contains("--overwrite"))
    }
  }

  @Test(HotspotsCommandTests.whenThere)
  func `the table of columbus equals that of esda`() throws {
    try inTemporaryFolder { folder in
      let data = try #require(Self.folder) + "/statistics"
      for (method, column, heading) in [
        ("gi-star", "z", "Gstar_z"), ("gi", "z", "G_z"), ("moran", "local_i", "Ii"),
      ] {
        let output = folder + "/\(method).gpkg"
        let run = try Program.run(
          "hotspots", data + "/inputs/columbus.shp", "-o", output, "--field", "CRIME", "--method",
          method)
        #expect(run.status == 0)
        let (names, rows) = try features(output)
        let found = try #require(names.firstIndex(of: column))
        let wanted = try features(data + "/expected/columbus_CRIME_queen.csv")
        let place = try #require(wanted.names.firstIndex(of: heading))
        #expect(rows.count == 49)
        for (row, expected) in zip(rows, wanted.rows) {
          guard case .real(let mine) = row[found], case .text(let text) = expected[place],
            let theirs = Double(text)
          else {
            Issue.record("no number")
            return
          }
          #expect(abs(mine - theirs) <= 1e-11 * max(1, abs(theirs)))
        }
      }
    }
  }

  private static let folder: String? = {
    let repository = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in
      path.deletingLastPathComponent()
    }
    let folder =
      ProcessInfo.processInfo.environment["HOTSPOT_TEST_DATA"]
      ?? repository.deletingLastPathComponent().appendingPathComponent("shared/data").path
    return FileManager.default.fileExists(atPath: folder + "/README.md") ? folder : nil
  }()

  private static let whenThere = ConditionTrait.enabled(
    if: folder != nil, "no test data: set HOTSPOT_TEST_DATA to its folder")
}
