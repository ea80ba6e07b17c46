import Foundation
import Geo
import Testing

@Suite struct ScanCommandTests {
  /// A table of 8 by 8 places 0.03 degrees apart, rows by a function.
  private func table(
    _ headings: String, times: Range<Int> = 0..<1, row: (_ x: Int, _ y: Int, _ time: Int) -> String
  ) -> String {
    var text = "lon,lat,\(headings)\n"
    for place in 0..<64 {
      let (x, y) = (place % 8, place / 8)
      for time in times {
        text += "\(114 + Double(x) * 0.03),\(38 + Double(y) * 0.03),\(row(x, y, time))\n"
      }
    }
    return text
  }

  /// A corner of four places has four times the cases of others.
  private func corner(_ x: Int, _ y: Int) -> Int {
    x < 2 && y < 2 ? 40 : 8 + (x * 5 + y * 3) % 5
  }

  private func rows(_ path: String, layer: String? = nil) throws -> [[String: FieldValue]] {
    var reader = try VectorReader(path: path, layer: layer)
    let names = reader.fields.map(\.name)
    var rows: [[String: FieldValue]] = []
    try reader.forEach { rows.append(Dictionary(uniqueKeysWithValues: zip(names, $0.values))) }
    return rows
  }

  private func clusters(_ run: Program.Run) throws -> [[String: Any]] {
    try #require(try run.json()["clusters"] as? [[String: Any]])
  }

  private func entry(_ topic: String, of run: Program.Run) throws -> String? {
    let record = try #require(try run.json()["record"] as? [[String: Any]])
    return record.first { $0["topic"] as? String == topic }?["en"] as? String
  }

  @Test func `a corner is found, in the features and as a window`() throws {
    try inTemporaryFolder { folder in
      let input = try write(
        table("n,people,cluster") { x, y, _ in "\(corner(x, y)),1000,\(x)" },
        to: folder + "/towns.csv")
      let output = folder + "/scan.gpkg"
      let run = try Program.run(
        "scan", input, "-o", output, "--cases", "n", "--population", "people", "--json")
      #expect(run.status == 0, "\(run.error)")
      let first = try #require(try clusters(run).first)
      #expect(first["areas"] as? [Int] == [0, 1, 8, 9])
      #expect(first["rank"] as? Int == 1 && first["kind"] as? String == "high")
      #expect(first["cases"] as? Double == 160)
      #expect(first["p"] as? Double == 0.001)
      #expect(try #require(first["p_gumbel"] as? Double) < 0.001)
      let features = try rows(output)
      #expect(features.count == 64)
      #expect(features[9]["cluster_2"] == .integer(1) && features[9]["significant"] == .integer(1))
      #expect(features[9]["observed"] == .real(160) && features[9]["people"] == .real(1000))
      #expect(features.count { $0["cluster_2"] == .integer(1) } == 4)
      let windows = try rows(output, layer: "clusters")
      #expect(windows.count == (try clusters(run)).count)
      #expect(windows[0]["areas"] == .integer(4))
      var reader = try VectorReader(path: output, layer: "clusters")
      let feature = try reader.next()
      guard case .area(let area)? = feature?.geometry else {
        Issue.record("no area")
        return
      }
      // In degrees again: around the corner, not beyond the next places.
      #expect(area.contains(Coordinate(114.015, 38.015)))
      #expect(!area.contains(Coordinate(114.06, 38.06)))
      #expect(run.error.contains("one test for all places"))
    }
  }

  @Test func `other formats have the features alone, and the seed decides`() throws {
    try inTemporaryFolder { folder in
      let input = try write(
        table("n,people") { x, y, _ in "\(corner(x, y)),1000" }, to: folder + "/t.csv")
      var texts: [String] = []
      for (name, seed) in [("a", "4"), ("b", "4"), ("c", "5")] {
        let run = try Program.run(
          "scan", input, "-o", folder + "/\(name).csv", "--cases", "n", "--population", "people",
          "--seed", seed, "--replications", "99", "--find", "both", "--shape", "ellipse",
          "--max-radius", "6000", "--stop-after", "5", "--report", folder + "/\(name).txt")
        #expect(run.status == 0)
        #expect(run.output.contains("1 high: 4 areas, 160 cases"))
        texts.append(try String(contentsOfFile: folder + "/\(name).csv", encoding: .utf8))
      }
      #expect(texts[0] == texts[1] && texts[0] != texts[2])
      #expect(texts[0].hasPrefix("lon,lat,n,people,cluster,kind,significant,llr,p,observed"))
      let report = try String(contentsOfFile: folder + "/a.txt", encoding: .utf8)
      #expect(report.contains("This format holds one layer"))
      #expect(report.contains("half axis of 6000 m") && report.contains("seed 4"))
    }
  }

  @Test func `yes or no: members or controls give the same`() throws {
    try inTemporaryFolder { folder in
      let input = try write(
        table("n,all,others") { x, y, _ in "\(corner(x, y)),50,\(50 - corner(x, y))" },
        to: folder + "/t.csv")
      let runs = try [["--population", "all"], ["--controls", "others"]].map { options in
        try Program.run(
          ["scan", input, "-o", folder + "/\(options[1]).gpkg", "--cases", "n", "--model"]
            + ["bernoulli", "--json"] + options)
      }
      let found = try runs.map { try clusters($0) }
      #expect(found[0][0]["areas"] as? [Int] == [0, 1, 8, 9])
      #expect(found[0][0]["llr"] as? Double == found[1][0]["llr"] as? Double)
      #expect(found[0][0]["p"] as? Double == found[1][0]["p"] as? Double)
    }
  }

  @Test func `a time of many cases is found, with its rows alone`() throws {
    try inTemporaryFolder { folder in
      let text = table("n,people,week,code", times: 8..<14) { x, y, time in
        let isHigh = x > 5 && y > 5 && time > 11
        return "\(isHigh ? 30 : 3 + (x + y + time) % 3),1000,\(time),a\(y * 8 + x)"
      }
      let input = try write(text, to: folder + "/weeks.csv")
      let output = folder + "/scan.gpkg"
      let run = try Program.run(
        "scan", input, "-o", output, "--cases", "n", "--population", "people", "--time", "week",
        "--id", "code", "--alive", "--temporal", "--json")
      #expect(run.status == 0, "\(run.error)")
      let first = try #require(try clusters(run).first)
      #expect(first["areas"] as? [String] == ["a54", "a55", "a62", "a63"])
      #expect(first["first_time"] as? String == "12" && first["last_time"] as? String == "13")
      #expect((first["rows"] as? [Int])?.count == 8)
      // 9 comes before 10: numbers, not letters.
      #expect(try run.json()["slices"] as? [String] == (8..<14).map(String.init))
      let features = try rows(output)
      #expect(features.count { $0["cluster"] == .integer(1) } == 8)
      #expect(features[63 * 6 + 5]["cluster"] == .integer(1))
      #expect(try rows(output, layer: "clusters")[0]["first_time"] == .text("12"))
    }
  }

  @Test func `doubts are told, rows without people left out`() throws {
    try inTemporaryFolder { folder in
      var text = "lon,lat,n,people\n"
      for place in 0..<20 {
        let people = place == 3 ? "0" : place == 4 ? "" : "1000"
        text += "\(114 + Double(place) * 0.03),38,\(place == 3 ? "0" : "2.25"),\(people)\n"
      }
      let input = try write(text, to: folder + "/t.csv")
      let run = try Program.run(
        "scan", input, "-o", folder + "/o.geojson", "--cases", "n", "--population", "people",
        "--replications", "9", "--json")
      #expect(run.status == 0)
      #expect(try run.json()["areas"] as? Int == 18)
      #expect(try clusters(run).isEmpty)
      #expect(try entry("missing", of: run)?.contains("1.") == true)
      #expect(try entry("empty", of: run)?.contains("1.") == true)
      #expect(try entry("few", of: run)?.contains("18") == true)
      #expect(try entry("equal", of: run) != nil)
      #expect(try entry("fractions", of: run)?.contains("40.5") == true)
      #expect(try entry("clusters", of: run) != nil)
    }
  }

  @Test(arguments: [
    (["--model", "bernoulli"], 64, "--controls"), ([], 64, "--population"),
    (["--population", "people", "--max-share", "1"], 64, "between 0 and 1"),
    (["--population", "people", "--penalty", "1"], 64, "--shape ellipse"),
    (["--population", "people", "--alive"], 64, "--time"),
    (["--population", "nosuch"], 64, "lon, lat, n, people"),
    (["--population", "zero"], 65, "0 or missing everywhere"),
    (["--population", "some"], 65, "row 2: 2 cases where some is 0"),
    (["--population", "few", "--model", "bernoulli"], 65, "row 1: more cases than few"),
    (["--population", "part", "--model", "bernoulli"], 65, "row 1: a number is not whole"),
    (["--population", "minus"], 65, "row 3: minus is negative"),
  ])
  func `wrong arguments and bad rows are told`(
    options: [String], status: Int, message: String
  ) throws {
    try inTemporaryFolder { folder in
      let input = try write(
        """
        lon,lat,n,people,zero,some,few,part,minus
        114,38,2,9,0,5,1,2.5,4
        114.1,38,2,9,0,0,9,9,9
        114.2,38,1,9,0,5,9,9,-4

        """, to: folder + "/t.csv")
      let output = folder + "/o.csv"
      let run = try Program.run(["scan", input, "-o", output, "--cases", "n"] + options)
      #expect(Int(run.status) == status)
      #expect(run.error.contains(message), "\(run.error)")
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }
}
