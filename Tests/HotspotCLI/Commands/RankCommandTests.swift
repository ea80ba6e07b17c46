import Foundation
import Testing

@Suite struct RankCommandTests {
  /// The small campaign with two weeks of visits of two teams; the first finds far more.
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    var visits =
      "id,site_id,team_id,visited_at,outcome,severity,photos,confirmed_by,record,known_at\n"
    for day in 10...23 {
      for number in 0..<6 {
        let first = number < 3
        let site = (day * 3 + number) % 30 + (first ? 0 : 30)
        let isHit = first ? (day + number).isMultiple(of: 3) : day == 12 && number == 3
        visits +=
          "v\(day)-\(number),s\(site),\(first ? "t1" : "t2"),2018-12-\(day) 1\(number):00,"
          + (isHit ? "发现问题,严重,p.jpg,甲;乙,有" : "未发现问题,,,,") + ",2018-12-\(day) 20:00\n"
      }
    }
    visits += "nobody,s1,,2018-12-20 18:00,发现问题,严重,,,,2018-12-20 20:00\n"
    let run = try Program.run(
      "import", "visits", try write(visits, to: folder + "/v.csv"), "-w", folder + "/w")
    #expect(run.status == 0, "\(run.error)")
  }

  private func rank(
    _ folder: String, _ arguments: String..., asOf: String = "2018-12-24T08:00"
  ) throws -> Program.Run {
    try Program.run(["rank"] + arguments + ["-w", folder + "/w", "--as-of", asOf, "--lang", "en"])
  }

  @Test func `the week's list has the better team first, in each format`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let json = try rank(folder, "week", "latest", "--json")
      #expect(json.status == 0, "\(json.error)")
      let teams = try #require(try json.json()["teams"] as? [[String: Any]])
      #expect(teams.map { $0["team_id"] as? String } == ["t1", "t2"])
      #expect(teams.map { $0["visits"] as? Int } == [21, 21])
      #expect(teams.first?["serious"] as? Int == 7)
      #expect(try json.json()["first_day"] as? String == "2018-12-17")
      let csv = try rank(folder, "week", "2018-12-12", "--of", "csv")
      #expect(csv.output.contains("\nrank,") || csv.output.contains("rank,team_id,team,city"))
      let text = try rank(folder, "week", "latest", "--compare", "--top", "1")
      #expect(text.output.contains("The first 1 of 2 rows"))
      #expect(text.output.contains("Rank correlation with the week before"))
      let file = folder + "/week.csv"
      #expect(try rank(folder, "week", "latest", "--of", "csv", "-o", file).status == 0)
      #expect(try rank(folder, "week", "latest", "--of", "csv", "-o", file).status == 73)
    }
  }

  @Test func `nothing known later, and no day that was not over, counts`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let early = try rank(folder, "week", "2018-12-17", "--json", asOf: "2018-12-19T12:00")
      let teams = try #require(try early.json()["teams"] as? [[String: Any]])
      #expect(teams.map { $0["visits"] as? Int } == [6, 6])
    }
  }

  @Test func `what is missing is told with the next step`() throws {
    try inTemporaryFolder { folder in
      let bare = folder + "/bare"
      try FileManager.default.createDirectory(atPath: bare, withIntermediateDirectories: true)
      try SmallCampaign.prepare(bare)
      let none = try rank(bare, "week", "latest")
      #expect(none.status == 65 && none.error.contains("hotspot import visits"))
      try prepare(folder)
      let week = try rank(folder, "week", "2018-09-05")
      #expect(week.status == 65 && week.error.contains("2018-12-10 to 2018-12-23"))
      let round = try rank(folder, "round", "22")
      #expect(round.status == 64 && round.error.contains("1 to 21"))
      let empty = try rank(folder, "round", "5")
      #expect(empty.status == 65 && empty.error.contains("no visits"))
      let crews = try rank(folder, "letters", "2018-12")
      #expect(crews.status == 66 && crews.error.contains("hotspot import people"))
      let month = try rank(folder, "letters", "2018-07")
      #expect(month.status == 65)
      #expect(try rank(folder, "letters", "2018-13").status == 64)
      #expect(try rank(folder, "week", "yesterday").status == 64)
      #expect(try rank(folder, "call", "2019-02-05").status == 64)
      #expect(try rank(folder, "escalate", "--from", "2019-01-01").status == 65)
      #expect(try rank(folder, "round", "13", "--table", "senders").status == 66)
    }
  }

  @Test func `a round, low ranks, calls and escalation are told`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let round = try rank(folder, "round", "13", "--json")
      let cities = try #require(try round.json()["cities"] as? [[String: Any]])
      #expect(cities.first?["visits"] as? Int == 84)
      #expect(round.output.contains("hotspot import people"))
      let low = try rank(folder, "low", "--all", "--json")
      let teams = try #require(try low.json()["teams"] as? [[String: Any]])
      #expect(teams.first?["low"] as? Int == 2)
      let call = try rank(folder, "call", "2018-12-23", "--all", "--json")
      #expect(call.status == 0, "\(call.error)")
      #expect(try call.json()["tested"] as? Int == 2)
      #expect(call.output.contains("No visits before this round"))
      let due = try rank(folder, "escalate", "--all", "--json")
      let all = try #require(try due.json()["cities"] as? [[String: Any]])
      #expect(all.first?["due"] as? Int == 0)
    }
  }

  @Test func `a trial prints both rules and the orders`() throws {
    let run = try Program.run("rank", "trial", "--teams", "12", "--rounds", "1", "--json")
    #expect(run.status == 0, "\(run.error)")
    #expect(try (run.json()["rows"] as? [[String: Any]])?.count == 30)
    #expect(try (run.json()["orders"] as? [[String: Any]])?.count == 3)
    #expect(try Program.run("rank", "trial", "--teams", "2").status == 64)
  }
}
