import Foundation
import Testing

/// `hotspot report handover`: what the next crews must know.
@Suite struct HandoverCommandTests {
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    let visits =
      "id,site_id,team_id,visited_at,outcome,问题类型,known_at\n"
      + "v1,s0,t1,2018-12-17 10:00,发现问题,<i>扬尘13812345678,2018-12-17 20:00\n"
      + "v2,s1,t1,2018-12-17 11:00,停产或关闭,,2018-12-17 20:00\n"
      + "v3,s40,t2,2018-12-18 10:00,拒绝检查,,2018-12-18 20:00\n"
    let run = try Program.run(
      "import", "visits", try write(visits, to: folder + "/v.csv"), "-w", folder + "/w")
    #expect(run.status == 0, "\(run.error)")
  }

  private func handover(
    _ folder: String, _ arguments: String..., asOf: String = "2018-12-24T08:00"
  ) throws -> Program.Run {
    try Program.run(
      ["report", "handover"] + arguments + ["-w", folder + "/w", "--as-of", asOf])
  }

  @Test func `a page a team in each format, nothing private in it`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let page = try handover(folder, "13", "--lang", "zh")
      #expect(page.status == 0, "\(page.error)")
      #expect(page.output.components(separatedBy: "<article ").count == 3)
      #expect(page.output.contains("厂0") && page.output.contains("停产或关闭"))
      #expect(page.output.contains("&lt;i&gt;") && !page.output.contains("13812345678"))
      let csv = try handover(folder, "13", "--of", "csv", "--lang", "en").output
      #expect(csv.contains("\nhandover_problems,t1:v1-1,site,"))
      #expect(csv.contains("\nhandover_vain,t2:s40,outcome,") && !csv.contains("13812345678"))
      let json = try handover(folder, "13", "--of", "json", "--team", "t2").json()
      let tables = try #require(json["tables"] as? [[String: Any]])
      let vain = try #require(tables.first { $0["table"] as? String == "handover_vain" })
      #expect((vain["rows"] as? [[String: Any]])?.count == 1)
    }
  }

  @Test func `only days that were over are told`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let run = try handover(
        folder, "13", "--of", "csv", "--lang", "en", asOf: "2018-12-18T23:00")
      #expect(run.output.contains("t1:s1") && !run.output.contains("t2:s40"))
      #expect(run.error.contains("still running"))
      let ahead = try handover(folder, "14", asOf: "2018-12-20T08:00")
      #expect(ahead.status == 0 && ahead.error.contains("Round 14 begins on 2018-12-24"))
    }
  }

  @Test func `a team that there is not is told, and its nearest name`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let wrong = try handover(folder, "13", "--team", "t3")
      #expect(wrong.status == 64 && wrong.error.contains("Did you mean"))
      #expect(try handover(folder, "13", "--team", "t1", "--city", "石家庄").status == 64)
      #expect(try handover(folder, "25").status == 64)
      let round = try Program.run("report", "round", "13", "--team", "t1", "-w", folder + "/w")
      #expect(round.status == 64)
    }
  }
}
