import Foundation
import Geo
import Testing

/// `hotspot hotspots --method emerging` in each of the shapes that files have.
@Suite struct EmergingCommandTests {
  /// Twelve values of a cell: a corner gets hot from the seventh month on.
  private static func value(_ cell: Int, _ month: Int) -> Int {
    let isCorner = cell % 6 < 2 && cell / 6 < 2
    return isCorner && month >= 6 ? 40 : 3 + (cell * 7 + month * 5) % 4
  }

  private static let months = (1...12).map { "2018-\($0 < 10 ? "0" : "")\($0)" }

  /// A grid of 6 by 6 squares of 3 km with some properties.
  private func grid(_ properties: (Int) -> String) -> String {
    let cells = (0..<36).map { cell in
      let (x, y) = (500_000 + cell % 6 * 3000, 4_200_000 + cell / 6 * 3000)
      let ring = [[x, y], [x + 3000, y], [x + 3000, y + 3000], [x, y + 3000], [x, y]]
      return """
        {"type":"Feature","properties":{"code":"\(cell)"\(properties(cell))},
         "geometry":{"type":"Polygon","coordinates":[\(ring)]}}
        """
    }
    return """
      {"type":"FeatureCollection","name":"cells",
       "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32650"}},
       "features":[\(cells.joined(separator: ",\n"))]}
      """
  }

  private func wide(_ folder: String) throws -> String {
    try write(
      grid { cell in
        (0..<12).map { ",\"m\($0)\":\(Self.value(cell, $0))" }.joined() + ",\"people\":1000"
      }, to: folder + "/wide.geojson")
  }

  private static let fields = (0..<12).map { "m\($0)" }.joined(separator: ",")

  /// The classes that a file holds, one a feature.
  private func classes(_ path: String) throws -> [FieldValue] {
    var reader = try VectorReader(path: path)
    let column = try #require(reader.fields.firstIndex { $0.name == "class" })
    var classes: [FieldValue] = []
    try reader.forEach { classes.append($0.values[column]) }
    return classes
  }

  private func emerging(
    _ input: String, _ output: String, _ options: String...
  ) throws -> Program.Run {
    try Program.run(
      ["hotspots", input, "-o", output, "--method", "emerging", "--json", "--overwrite"] + options)
  }

  private func entry(_ topic: String, of run: Program.Run) throws -> String? {
    let record = try #require(try run.json()["record"] as? [[String: Any]])
    return record.first { $0["topic"] as? String == topic }?["en"] as? String
  }

  @Test func `columns, rows and points give the same classes`() throws {
    try inTemporaryFolder { folder in
      let wide = try emerging(
        wide(folder), folder + "/wide.gpkg", "--fields", Self.fields)
      #expect(wide.status == 0, "\(wide.error)")
      let cells = try write(grid { _ in "" }, to: folder + "/cells.geojson")
      let pairs = (0..<36).flatMap { cell in (0..<12).map { (cell, $0) } }
      let table = pairs.map { "\($0),\(Self.months[$1]),\(Self.value($0, $1))\n" }
      let long = try emerging(
        write("code,month,n\n" + table.reversed().joined(), to: folder + "/long.csv"),
        folder + "/long.gpkg", "--time", "month", "--field", "n", "--id", "code", "--areas", cells)
      #expect(long.status == 0, "\(long.error)")
      var events: [String] = []
      for (cell, month) in pairs {
        let (x, y) = (501_500 + cell % 6 * 3000, 4_201_500 + cell / 6 * 3000)
        for event in 0..<Self.value(cell, month) {
          events.append("\(x + event),\(y),\(Self.months[month])-\(10 + event % 9) 08:00\n")
        }
      }
      let points = try emerging(
        write("x,y,at\n" + events.joined() + "9,9,2018-05-05\n", to: folder + "/points.csv"),
        folder + "/points.gpkg", "--time", "at", "--slice", "month", "--areas", cells)
      #expect(points.status == 0, "\(points.error)")
      let found = try classes(folder + "/wide.gpkg")
      #expect(found.count == 36 && found[0] == .text("consecutive hot spot"))
      #expect(found[35] == .text("no pattern"))
      #expect(try classes(folder + "/long.gpkg") == found)
      #expect(try classes(folder + "/points.gpkg") == found)
      #expect(try entry("outside", of: points)?.hasSuffix("left out: 1.") == true)
      let slices = try #require(try long.json()["slices"] as? [String])
      #expect(slices.first == "2018-01-01" && slices.count == 12)
      #expect(try points.json()["slices"] as? [String] == Self.months)
    }
  }

  @Test func `a layer with a row a time keeps each feature once, and gaps are told`() throws {
    try inTemporaryFolder { folder in
      var rows: [String] = []
      for cell in 0..<36 {
        let (x, y) = (500_000 + cell % 6 * 3000, 4_200_000 + cell / 6 * 3000)
        for month in 0..<12 where cell != 7 || month != 3 {
          rows.append("\(x),\(y),c\(cell),\(2007 + month),\(Self.value(cell, month)),town\n")
        }
      }
      let long = try write(
        "x,y,site,year,n,kind\n" + rows.joined(), to: folder + "/long.csv")
      let output = folder + "/o.gpkg"
      let options = ["--time", "year", "--field", "n", "--id", "site", "--from", "EPSG:32650"]
      let run = try Program.run(
        ["hotspots", long, "-o", output, "--method", "emerging", "--json"] + options)
      #expect(run.status == 0, "\(run.error)")
      var reader = try VectorReader(path: output)
      #expect(
        reader.fields.map(\.name) == [
          "x", "y", "site", "kind", "class", "class_code", "mk_z", "mk_p", "mk_tau", "gi_z",
          "gi_bin", "hot_share", "first_hot", "cold_share", "first_cold", "neighbours",
        ])
      let first = try #require(try reader.next())
      #expect(first.values[2] == .text("c0") && first.values[5] == .integer(2))
      #expect(first.values[12] == .text("2013"))
      #expect(try entry("missing", of: run)?.contains("1, of 1 features") == true)
      let filled = try Program.run(
        ["hotspots", long, "-o", output, "--overwrite", "--method", "emerging", "--json", "--fill"]
          + ["0"] + options)
      #expect(try entry("missing", of: filled) == nil)
      // A year that no row is of leaves a gap.
      let gap = try write(
        "x,y,site,year,n,kind\n" + rows.filter { !$0.contains(",2010,") }.joined(),
        to: folder + "/gap.csv")
      let told = try Program.run(
        ["hotspots", gap, "-o", output, "--overwrite", "--method", "emerging", "--json"] + options)
      #expect(try entry("gap", of: told)?.contains("between 2009 and 2011") == true)
    }
  }

  @Test func `slices of days end with the last day`() throws {
    try inTemporaryFolder { folder in
      let cells = try write(grid { _ in "" }, to: folder + "/cells.geojson")
      // Days 1 to 30: four weeks from the 3rd on; two rows of each day.
      var rows: [String] = []
      for day in 1...30 {
        let date = "2018-11-" + (day < 10 ? "0" : "") + "\(day)"
        rows += ["501000,4201000,\(date)\n", "504000,4201000,\(date)\n"]
      }
      let points = try write("x,y,day\n" + rows.joined(), to: folder + "/p.csv")
      let run = try emerging(
        points, folder + "/o.csv", "--time", "day", "--slice", "7d", "--areas", cells)
      #expect(run.status == 0, "\(run.error)")
      #expect(
        try run.json()["slices"] as? [String] == [
          "2018-11-03", "2018-11-10", "2018-11-17", "2018-11-24",
        ])
      #expect(try entry("early", of: run)?.hasSuffix("left out: 4.") == true)
      #expect(try entry("few-slices", of: run)?.contains("4, fewer than 10") == true)
    }
  }

  @Test func `a population makes rates, and the doubt of counts goes`() throws {
    try inTemporaryFolder { folder in
      let input = try wide(folder)
      let counts = try emerging(input, folder + "/o.gpkg", "--fields", Self.fields)
      #expect(try entry("counts", of: counts) != nil)
      let rates = try emerging(
        input, folder + "/o.gpkg", "--fields", Self.fields, "--population", "people", "--rate",
        "raw")
      #expect(rates.status == 0, "\(rates.error)")
      #expect(try entry("counts", of: rates) == nil)
      #expect(try entry("rate", of: rates)?.contains("per people") == true)
      // One population for all: the same classes.
      #expect(
        try rates.json()["classes"] as? [String: Int]
          == (try counts.json()["classes"] as? [String: Int]))
    }
  }

  @Test func `wrong arguments and rows are told before anything is written`() throws {
    try inTemporaryFolder { folder in
      let cells = try write(grid { _ in "" }, to: folder + "/cells.geojson")
      let table = try write(
        "code,t,n\n1,2018-01,2\n1,2018-02,3\n1,2018-02,4\n", to: folder + "/t.csv")
      let dates = try write("code,t,n\n1,2018-01,2\n1,soon,3\n", to: folder + "/d.csv")
      let one = try write("code,t,n\n1,2018-01,2\n", to: folder + "/1.csv")
      let output = folder + "/o.gpkg"
      let named = ["--time", "t", "--field", "n", "--id", "code", "--areas", cells]
      for (input, options, status, told) in [
        (table, ["--field", "n"], 64, "needs --time"),
        (table, ["--time", "t", "--field", "n"], 64, "--id must name"),
        (table, ["--fields", "n"], 64, "two columns"),
        (table, ["--fields", "n,t", "--time", "t"], 64, "stands alone"),
        (table, ["--time", "u"] + named.dropFirst(2), 64, "code, t, n"),
        (table, named, 65, "two rows of 2018-02-01"), (dates, named, 65, "row 2"),
        (one, named, 65, "1 slices"),
        (one, named + ["--slice", "5x"], 64, "7d"),
        (one, named + ["--judge", "permutation"], 64, "normal p alone"),
      ] {
        let run = try Program.run(
          ["hotspots", input, "-o", output, "--method", "emerging"] + options)
        #expect(run.status == Int32(status), "\(options): \(run.error)")
        #expect(run.error.contains(told), "\(run.error)")
        #expect(!FileManager.default.fileExists(atPath: output))
      }
      let local = try Program.run(
        "hotspots", cells, "-o", output, "--field", "code", "--time", "t")
      #expect(local.status == 64 && local.error.contains("--method emerging"))
    }
  }
}
