import Foundation
import Testing

/// `hotspot plan tour`: special action groups.
@Suite struct PlanTourCommandTests {
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    var sites = "id,name,lon,lat,county_code\n"
    for number in 0..<12 {
      sites += "d\(number),宁厂\(number)13812345678,118.\(70 + number),32.06,320102\n"
    }
    sites += "far,远厂,118.7,32.06,\nelsewhere,错厂,104.0,30.6,320102\n"
    let run = try Program.run(
      "import", "sites", try write(sites, to: folder + "/d.csv"), "-w", folder + "/w",
      "--known-at", "2018-06-01", "--lang", "en")
    // Outside of the counties, and in the delta by neither code nor place: told and kept apart.
    #expect(run.error.contains("12 sites lie in the Yangtze delta"), "\(run.error)")
    #expect(run.output.contains("rejected 2") || run.error.contains("rejected 2"))
  }

  private func tour(_ folder: String, _ arguments: String..., from: String = "2018-12-24") throws
    -> Program.Run
  {
    try Program.run(
      ["plan", "tour", "--from", from, "-w", folder + "/w", "--as-of", "2018-12-01T08:00"]
        + arguments)
  }

  @Test func `a tour over both regions with its files`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let run = try tour(
        folder, "--cities", "石家庄,Nanjing", "--days", "3", "--teams", "t2", "--name", "a", "--json")
      #expect(run.status == 0, "\(run.error)")
      let days = try #require(try run.json()["days"] as? [[String: Any]])
      #expect(days.count == 3 && days.allSatisfy { $0["team_id"] as? String == "t2" })
      let place = folder + "/w/plans/tour-a/"
      let targets = try String(contentsOfFile: place + "targets.csv", encoding: .utf8)
      #expect(targets.contains(",risk,"))
      for ending in ["geojson", "gpx", "kml"] {
        #expect(FileManager.default.fileExists(atPath: place + "routes/t2-2018-12-24." + ending))
      }
      let gpx = try String(contentsOfFile: place + "routes/t2-2018-12-24.gpx", encoding: .utf8)
      #expect(!gpx.contains("13812345678"))
      let again = try tour(folder, "--cities", "石家庄,Nanjing", "--days", "3", "--name", "a")
      #expect(again.status == 73)
      let same = try tour(
        folder, "--cities", "石家庄,Nanjing", "--days", "3", "--teams", "t2", "--name", "b")
      #expect(same.status == 0)
      #expect(
        try String(contentsOfFile: folder + "/w/plans/tour-b/targets.csv", encoding: .utf8)
          == targets)
    }
  }

  @Test func `the delta before phase 3 is warned of`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let run = try tour(folder, "--region", "delta", "--days", "1", from: "2018-07-02")
      #expect(run.status == 0 && run.error.contains("phase 3"))
      let calm = try tour(folder, "--region", "delta", "--days", "1")
      #expect(calm.status == 0 && !calm.error.contains("phase 3"))
    }
  }

  @Test func `what is asked wrongly is told, and nothing is written`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let wrong = try tour(folder, "--cities", "Nanjin")
      #expect(wrong.status == 64 && wrong.error.contains("Did you mean Nanjing?"))
      let pause = try tour(folder, "--region", "delta", "--days", "9", from: "2019-01-24")
      #expect(pause.status == 64 && pause.error.contains("2019-01-28"))
      let late = try tour(folder, "--region", "delta", from: "2019-04-27")
      #expect(late.status == 64 && late.error.contains("2019-04-28"))
      let none = try tour(folder, "--cities", "Hefei")
      #expect(none.status == 65 && none.error.contains("county_code"))
      let team = try tour(folder, "--cities", "Nanjing", "--teams", "t9")
      #expect(team.status == 64)
      let many = try tour(folder, "--cities", "Nanjing", "--groups", "3")
      #expect(many.status == 65 && many.error.contains("2 can be taken"))
      for arguments in [["--cities", "Nanjing", "--region", "all"], ["--days", "3"]] {
        let run = try Program.run(
          ["plan", "tour", "--from", "2018-12-24", "-w", folder + "/w"] + arguments)
        #expect(run.status == 64)
      }
      let plans = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/w/plans")) ?? []
      #expect(!plans.contains { $0.hasPrefix("tour-") })
    }
  }

  @Test func `where days are sealed the tour is, each day apart, and nothing is told`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let environment = [
        "HOTSPOT_RELEASE": "07:00", "HOTSPOT_KEYS": folder + "/keys",
        "HOTSPOT_NOW": "2018-12-23T18:00",
      ]
      let run = try Program.run(
        [
          "plan", "tour", "--from", "2018-12-24", "-w", folder + "/w", "--as-of",
          "2018-12-01T08:00", "--cities", "Nanjing", "--days", "2", "--name", "s",
        ], environment: environment)
      #expect(run.status == 0, "\(run.error)")
      #expect(!run.output.contains("宁厂") && !run.output.contains("Nanjing"))
      let plans = try FileManager.default.contentsOfDirectory(atPath: folder + "/w/plans").sorted()
      #expect(
        plans.filter { $0.hasPrefix("tour-s") } == [
          "tour-s-2018-12-24.sealed", "tour-s-2018-12-25.sealed", "tour-s.sealed",
        ])
    }
  }
}
