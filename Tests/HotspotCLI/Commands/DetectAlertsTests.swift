import Foundation
import Geo
import Testing

@Suite struct DetectAlertsTests {
  @Test func `months are compared, kept once, and lead to a notice`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      // The same place is the highest in each month.
      for month in ["2017-10", "2018-08", "2018-09", "2018-10"] {
        _ = try fixture.raster("pm-\(month).tif", DetectFixture.hill(114.6, 38.1))
      }
      let command = [
        "detect", "alerts", "--month", "2018-08..2018-10", folder + "/pm-%Y-%m.tif", "-w",
        fixture.workspace, "--json",
      ]
      let early = try Program.run(command)
      #expect(early.status == 65 && early.error.contains("hot-cells"))
      let hot = try Program.run(
        "detect", "hot-cells", folder + "/pm-2018-08.tif", "-w", fixture.workspace, "--count", "9",
        "--known-at", "2018-02-01")
      try #require(hot.status == 0, "\(hot.error)")
      let run = try Program.run(command + ["--known-at", "2018-11-02"])
      try #require(run.status == 0, "\(run.error)")
      let alerts = try #require(try run.json()["alerts"] as? [[String: Any]])
      let reasons = alerts.map { "\($0["period"] ?? "") \($0["reason"] ?? "")" }
      #expect(reasons.count { $0 == "2018-08 level" } == 1)
      // Nothing changed, so all nine hot cells tie for the worst change.
      #expect(reasons.count { $0 == "2018-10 year_on_year" } == 9)
      #expect(reasons.count { $0 == "2018-09 year_on_year" } == 0)
      // The highest cell was alerted in all three months, eight in the last two.
      let notices = alerts.filter { $0["reason"] as? String == "accumulated" }
      #expect(notices.count == 1 && notices[0]["consecutive"] as? Int == 3)
      #expect(run.error.contains("2018-09: no data of 2017-09"))

      let rows = try DetectFixture.rows(fixture.workspace + "/workspace.gpkg", layer: "alerts")
      #expect(rows.count == alerts.count)
      #expect(Set(rows.map { $0["detected_by"] }) == ["hotspot detect alerts"])
      #expect(rows.allSatisfy { $0["input_hash"]?.count == 64 && $0["rule_version"] != "" })
      let again = try Program.run(command + ["--known-at", "2018-11-03"])
      #expect(again.error.contains("Alerts added to the workspace: 0"))
    }
  }

  @Test func `what the weather did to all cells is taken off`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      let before = try fixture.raster("a.tif", DetectFixture.hill(114.55, 38.05))
      // All twice as much, but one place three times.
      let after = try fixture.raster("b.tif") { at in
        2 * DetectFixture.hill(114.55, 38.05)(at) * (at.x > 114.65 && at.y > 38.15 ? 1.5 : 1)
      }
      let run = try Program.run(
        "detect", "alerts", "--month", "2018-10", "2018-09=\(before)", "2018-10=\(after)", "-w",
        fixture.workspace, "--all-cells", "--weather-normalised", "-o", folder + "/a.csv")
      try #require(run.status == 0, "\(run.error)")
      let rows = try DetectFixture.rows(folder + "/a.csv")
      let worst = try #require(rows.first { $0["reason"] == "month_on_month" })
      #expect(worst["rule_version"] == "month-on-month-1-normalised")
      let change = try #require(Double(worst["change"] ?? ""))
      #expect(abs(change - 0.5) < 0.01)
      let imported = try Program.run("import", "alerts", folder + "/a.csv", "-w", fixture.workspace)
      #expect(imported.status == 0, "\(imported.error)")
    }
  }

  @Test func `stations stand in for rasters, and errors hold alerts back`() throws {
    try inTemporaryFolder { folder in
      // Five stations on a slope; in October one of them jumps.
      var lines = ["date,s1,s2,s3,s4,s5"]
      for month in ["2017-10", "2018-09", "2018-10"] {
        for day in 1...30 {
          let values = (0..<5).map { station in
            40 + 2 * Double(station) + (month == "2018-10" ? 30 : 0)
          }
          let text = values.map { String($0) }.joined(separator: ",")
          lines.append("\(month)-\(day < 10 ? "0" : "")\(day),\(day == 3 ? ",,NA,-," : text)")
        }
      }
      let series = try write(lines.joined(separator: "\n") + "\n", to: folder + "/d.csv")
      let places = try write(
        "station,lon,lat\n"
          + (1...5).map { "s\($0),\(114.4 + 0.1 * Double($0)),38.1\n" }.joined(),
        to: folder + "/p.csv")
      let run = try Program.run(
        "detect", "alerts", "--month", "2018-10", "--stations", series, "--places", places, "-o",
        folder + "/a.csv")
      try #require(run.status == 0, "\(run.error)")
      #expect(run.error.contains("Leave-one-out error"))
      let rows = try DetectFixture.rows(folder + "/a.csv")
      #expect(Set(rows.map { $0["reason"] }) == ["level", "year_on_year", "month_on_month"])
      let unplaced = try Program.run(
        "detect", "alerts", "--month", "2018-10", "--stations", series, "--places", series,
        "--dry-run")
      #expect(unplaced.status == 65)
      let alone = try Program.run(
        "detect", "alerts", "--month", "2019-10", "--stations", series, "--places", places,
        "--dry-run")
      #expect(alone.status == 65 && alone.error.contains("month_days"))
    }
  }

  @Test func `an hour's cell above its neighbours is alarmed`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      for hour in 8...14 {
        _ = try fixture.raster("h-20181105\(hour < 10 ? "0" : "")\(hour).tif") { at in
          // Unevenness that is the same each time, and one plume.
          40 + 3 * sin(at.x * 900) * cos(at.y * 1100)
            + (abs(at.x - 114.6) < 0.02 && abs(at.y - 38.1) < 0.015 ? 90 : 0)
        }
      }
      let run = try Program.run(
        "detect", "alerts", "--hour", "2018-11-05T14", folder + "/h-%Y%m%d%H.tif", "-w",
        fixture.workspace, "--all-cells", "--dry-run", "--json")
      try #require(run.status == 0, "\(run.error)")
      let alerts = try #require(try run.json()["alerts"] as? [[String: Any]])
      let live = alerts.filter { $0["reason"] as? String == "live" }
      #expect((1...6).contains(live.count))
      #expect(live.allSatisfy { $0["period"] as? String == "2018-11-05T14" })
      #expect(alerts.count { $0["reason"] as? String == "accumulated" } == live.count)
    }
  }

  @Test(arguments: [
    (["--month", "2018-13", "a-2018-10.tif"], "2018-13"),
    (["--month", "2018-10"], "rasters or from stations"),
    (["--month", "2018-10", "pm25.tif"], "2018-10=pm25.tif"),
    (["--month", "2018-10", "pm25-%m.tif"], "%Y and %m"),
    (["--month", "2018-10", "x-201810.tif", "y-2018-10.tif"], "two files are of 2018-10"),
    (["x-201810.tif"], "--month"),
    (["--month", "2018-10", "--hour", "2018-10-01T06", "x-201810.tif"], "either"),
    (["--hour", "2018-10-01T06", "x-201810.tif"], "which hour"),
  ])
  func `arguments that do not say which month are refused`(
    arguments: [String], pattern: String
  ) throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      let run = try Program.run(["detect", "alerts", "-w", fixture.workspace] + arguments)
      #expect(run.status == 64)
      #expect(run.error.contains(pattern), "\(run.error)")
    }
  }

  @Test func `a month without its raster, and text in numbers, are told`() throws {
    try inTemporaryFolder { folder in
      let fixture = try DetectFixture(folder)
      let raster = try fixture.raster("pm-2018-09.tif", DetectFixture.hill(114.6, 38.1))
      let missing = try Program.run(
        "detect", "alerts", "--month", "2018-10", raster, "-w", fixture.workspace, "--dry-run")
      #expect(missing.status == 66 && missing.error.contains("only of 2018-09"))
      let series = try write(
        "station,lon,lat,date,value\na,114.5,38,2018-10-01,much\n", to: folder + "/s.csv")
      let words = try Program.run(
        "detect", "alerts", "--month", "2018-10", "--stations", series, "--dry-run")
      #expect(words.status == 65 && words.error.contains("row 1") && words.error.contains("much"))
      let day = try write(
        "station,lon,lat,date,value\na,114.5,38,2018-11-31,5\n", to: folder + "/t.csv")
      let wrong = try Program.run(
        "detect", "alerts", "--month", "2018-10", "--stations", day, "--dry-run")
      #expect(wrong.status == 65 && wrong.error.contains("2018-11-31"))
    }
  }
}
