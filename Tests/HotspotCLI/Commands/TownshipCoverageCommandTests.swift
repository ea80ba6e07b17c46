import Foundation
import Testing

/// `hotspot coverage`: what has been visited, by kind of part.
@Suite struct TownshipCoverageCommandTests {
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    let visits =
      "id,site_id,team_id,visited_at,outcome,topic,known_at\n"
      + "v1,s0,t1,2018-12-17 10:00,发现问题,扬尘,2018-12-17 20:00\n"
      + "v2,s1,t1,2018-12-17 11:00,未发现问题,,2018-12-17 20:00\n"
      + "v3,s40,t2,2018-11-29 10:00,未发现问题,,2018-11-29 20:00\n"
    let run = try Program.run(
      "import", "visits", try write(visits, to: folder + "/v.csv"), "-w", folder + "/w")
    #expect(run.status == 0, "\(run.error)")
  }

  private func coverage(_ folder: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["coverage"] + arguments + ["-w", folder + "/w", "--as-of", "2018-12-20T08:00"])
  }

  private func parts(_ run: Program.Run) throws -> [[String: Any]] {
    try #require(try run.json()["parts"] as? [[String: Any]])
  }

  @Test func `each kind of part as text, CSV and JSON`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let city = try parts(try coverage(folder, "--json"))
      #expect(city.map { $0["key"] as? String } == ["130100"])
      #expect(city[0]["townships_in_round"] as? Int == 1)
      #expect(city[0]["townships_ever"] as? Int == 2 && city[0]["sites_ever"] as? Int == 3)
      let rounds = try parts(try coverage(folder, "--by", "round", "--json"))
      #expect(rounds.map { $0["key"] as? String } == ["12", "13"])
      let table = try coverage(folder, "--by", "county", "--lang", "zh")
      #expect(table.output.contains("长安区"))
      let csv = try coverage(folder, "--by", "township", "--csv", "--lang", "en").output
      #expect(csv.contains("\n130102001,长安区镇0,1,1,1,"))
      let list = try coverage(folder, "--csv", "--lang", "en").output
      #expect(list.contains("team_id") && list.contains("\n130102001,"))
    }
  }

  @Test func `a round that there is not and a part that there is not are usage errors`() throws {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      #expect(try coverage(folder, "--round", "22").status == 64)
      let wrong = try coverage(folder, "--by", "province")
      #expect(wrong.status == 64 && wrong.error.contains("topic"))
    }
  }
}
