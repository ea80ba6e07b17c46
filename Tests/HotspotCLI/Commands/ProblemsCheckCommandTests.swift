import Foundation
import Testing

@Suite struct ProblemsCheckCommandTests {
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    let visits =
      "site_id,team_id,visited_at,outcome,type,confirmed_by,photos,record,known_at\n"
      + "s0,t1,2018-12-17 10:00,发现问题,扬尘,张三,1.jpg,笔录.pdf,2018-12-17 20:00\n"
      + "s0,t1,2018-12-17 10:10,未发现问题,,李四,,,2018-12-17 21:00\n"
      + "s40,t2,2018-12-18 10:00,发现问题,散煤,张三;李四,,,2018-12-18 20:00\n"
    let run = try Program.run(
      "import", "visits", try write(visits, to: folder + "/v.csv"), "-w", folder + "/w", "--json",
      "--lang", "en")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.contains("1 contradictions") && run.error.contains("row 2 (张三) problem"))
    let imports = try #require(try run.json()["imports"] as? [[String: Any]])
    let account = try #require(imports.first?["visits"] as? [String: Any])
    #expect(account["merged_visits"] as? Int == 1 && account["incomplete_chains"] as? Int == 2)
  }

  private func check(_ folder: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(["problems", "check", "-w", folder + "/w"] + arguments)
  }

  @Test func `what is missing is listed by day, team and moment`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let all = try check(folder, "--round", "13", "--json")
      #expect(try all.json()["incomplete"] as? Int == 2)
      let csv = try check(folder, "--date", "2018-12-18", "--of", "csv", "--lang", "en")
      let lines = csv.output.split(separator: "\n")
      #expect(lines.count == 2 && lines[1].contains("where;record;photo"))
      // Before the second report was known one person confirmed the first visit.
      let early = try check(
        folder, "--team", "t1", "--as-of", "2018-12-17T20:30", "--lang", "zh")
      #expect(early.output.contains("确认人不足（1/2）"))
      let late = try check(folder, "--team", "t1", "--lang", "zh")
      #expect(!late.output.contains("确认人不足") && late.output.contains("没有位置"))
    }
  }

  @Test func `what cannot be is said with the next step`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      #expect(try check(folder, "--round", "22").status == 64)
      let team = try check(folder, "--team", "t9")
      #expect(team.status == 66 && team.error.contains("Did you mean"))
      let file = try write("x", to: folder + "/there.csv")
      #expect(try check(folder, "--of", "csv", "-o", file).status == 73)
      #expect(try check(folder, "--of", "csv", "-o", file, "--overwrite").status == 0)
    }
  }
}
