import Foundation
import Testing

@Suite struct ReportCommandTests {
  /// The small campaign with visits of two days of round 13, those of the second known a day later.
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    let visits =
      "id,site_id,team_id,visited_at,outcome,问题类型,known_at\n"
      + "v1,s0,t1,2018-12-17 10:00,发现问题,扬尘,2018-12-17 20:00\n"
      + "v2,s1,t1,2018-12-17 11:00,未发现问题,,2018-12-17 20:00\n"
      + "v3,s40,t2,2018-12-18 10:00,发现问题,<b>张三13812345678,2018-12-19 20:00\n"
    let run = try Program.run(
      "import", "visits", try write(visits, to: folder + "/v.csv"), "-w", folder + "/w")
    #expect(run.status == 0, "\(run.error)")
  }

  private func report(
    _ folder: String, _ arguments: String..., asOf: String = "2018-12-24T08:00"
  ) throws -> Program.Run {
    try Program.run(["report"] + arguments + ["-w", folder + "/w", "--as-of", asOf])
  }

  private func visits(_ run: Program.Run) throws -> Int {
    let tables = try #require(try run.json()["tables"] as? [[String: Any]])
    let cities = try #require(tables.first { $0["table"] as? String == "cities" })
    let rows = try #require(cities["rows"] as? [[String: Any]])
    return rows.reduce(0) { $0 + ($1["visits"] as? Int ?? 0) }
  }

  @Test func `a week and a round are reported in each format`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      for which in [["week", "2018-12-23"], ["round", "13"]] {
        let json = try report(folder, which[0], which[1], "--of", "json")
        #expect(json.status == 0 && json.error.isEmpty, "\(json.error)")
        #expect(try visits(json) == 3)
        let html = try report(folder, which[0], which[1], "--lang", "zh")
        #expect(html.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        #expect(html.output.contains("石家庄市") && html.output.contains("扬尘管控不到位"))
        let csv = try report(folder, which[0], which[1], "--of", "csv")
        #expect(csv.output.contains("\nteams,t1,visits,"))
      }
    }
  }

  @Test func `what was recorded is escaped and long numbers are masked`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      for format in ["html", "json", "csv"] {
        let run = try report(folder, "round", "13", "--of", format)
        #expect(!run.output.contains("13812345678"))
        #expect(run.output.contains("138****"))
      }
      let page = try report(folder, "round", "13").output
      #expect(!page.contains("<b>") && page.contains("&lt;b&gt;张三138****"))
    }
  }

  @Test func `only days that were over and facts that were known count`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let evening = try report(folder, "week", "2018-12-17", asOf: "2018-12-17T23:00")
      #expect(evening.status == 0)
      #expect(evening.output.contains("No day of the period"))
      #expect(evening.error.contains("--as-of"))
      let next = try report(folder, "week", "2018-12-17", "--of", "json", asOf: "2018-12-19T08:00")
      #expect(try visits(next) == 2)
      #expect(next.error.contains("2018-12-19 and later days are not counted"))
      let later = try report(folder, "week", "2018-12-17", "--of", "json", asOf: "2018-12-20T08:00")
      #expect(try visits(later) == 3)
    }
  }

  @Test func `without visits the report says so and what to do`() throws {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      let run = try report(folder, "round", "13")
      #expect(run.status == 0)
      #expect(run.output.contains("There are no visits to report"))
      #expect(run.error.contains("hotspot import visits"))
    }
  }

  @Test func `a city may be named in three ways, and a wrong one is told`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      for name in ["石家庄", "Shijiazhuang", "130100"] {
        let run = try report(folder, "round", "13", "--city", name, "--of", "csv")
        #expect(run.output.contains("\ncounties,130102,visits,"))
      }
      let empty = try report(folder, "round", "13", "--city", "北京")
      #expect(empty.output.contains("There are no visits to report"))
      let wrong = try report(folder, "round", "13", "--city", "Shijazhuang")
      #expect(wrong.status == 64 && wrong.error.contains("Did you mean Shijiazhuang?"))
    }
  }

  @Test(arguments: [
    ["round", "22"], ["round", "x"], ["week", "2018-13-01"], ["month", "1"],
    ["round", "13", "--within", "0"], ["round", "13", "--of", "pdf"],
  ])
  func `a wrong request is a usage error`(arguments: [String]) throws {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      let run = try Program.run(["report"] + arguments + ["-w", folder + "/w"])
      #expect(run.status == 64 && run.output.isEmpty)
    }
  }

  @Test func `a file that is there is not replaced without a word`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let path = try write("old", to: folder + "/r.html")
      let refused = try report(folder, "round", "13", "-o", path)
      #expect(refused.status == 73)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(try report(folder, "round", "13", "-o", path, "--overwrite").status == 0)
    }
  }
}
