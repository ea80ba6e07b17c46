import Foundation
import Testing

@Suite struct ProblemsCommandTests {
  /// The small campaign with two problems of round 13.
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    let visits =
      "id,site_id,team_id,visited_at,outcome,问题类型,严重程度,known_at\n"
      + "v1,s0,t1,2018-12-17 10:00,发现问题,扬尘,一般,2018-12-17 20:00\n"
      + "v2,s1,t1,2018-12-17 11:00,未发现问题,,,2018-12-17 20:00\n"
      + "v3,s40,t2,2018-12-18 10:00,发现问题,散煤,轻微,2018-12-18 20:00\n"
    let run = try Program.run(
      "import", "visits", try write(visits, to: folder + "/v.csv"), "-w", folder + "/w")
    #expect(run.status == 0, "\(run.error)")
  }

  private func problems(_ folder: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(["problems"] + arguments + ["-w", folder + "/w", "--lang", "en"])
  }

  private func recheck(_ folder: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(["recheck"] + arguments + ["-w", folder + "/w", "--lang", "en"])
  }

  /// States by identifier at a moment.
  private func states(_ folder: String, asOf: String) throws -> [String: String] {
    let run = try problems(folder, "list", "--of", "json", "--as-of", asOf)
    #expect(run.status == 0, "\(run.error)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    return Dictionary(
      rows.map { ($0["id"] as? String ?? "", $0["state"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `review, hand-over, report and verification are steps that are kept`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let run = try problems(
        folder, "review", "--all", "--accept", "--as-of", "2018-12-18T21:00")
      #expect(run.status == 0, "\(run.error)")
      let draft = try problems(
        folder, "hand-over", "2018-12-18", "--of", "csv", "--as-of", "2018-12-18T22:00")
      #expect(draft.error.contains("draft: 2 problems"))
      let list = try problems(
        folder, "hand-over", "2018-12-18", "--commit", "--of", "csv", "--as-of", "2018-12-18T22:00")
      #expect(list.status == 0, "\(list.error)")
      #expect(list.output.contains(",2018-12-18,2019-01-02\n"))
      #expect(list.output.contains(",2018-12-18,2018-12-25\n"))
      #expect(
        try states(folder, asOf: "2018-12-18T21:30") == ["v1-1": "reviewed", "v3-1": "reviewed"])

      let report = "问题编号,整改状态,说明\nv1-1,已整改,加装喷淋\nv9-1,已整改,\nv3-1,已核实,\n"
      let record = try problems(
        folder, "record", try write(report, to: folder + "/r.csv"), "--as-of", "2018-12-30T10:00")
      #expect(
        record.status == 0
          && record.error.contains("read 3 = new 0 + updated 1 + same 0 + rejected 2"))
      let again = try problems(
        folder, "hand-over", "2018-12-18", "--of", "csv", "--as-of", "2019-01-30T22:00")
      #expect(again.output == list.output)

      let due = try recheck(
        folder, "due", "--round", "14", "--of", "csv", "--as-of", "2019-01-06T20:00")
      #expect(due.output.contains("\nproblem,v1-1,") && due.output.contains("\nproblem,v3-1,"))
      let done = try recheck(
        folder, "record", "v1-1", "--result", "整改到位", "--date", "2019-01-08", "--as-of",
        "2019-01-08T20:00")
      #expect(done.status == 0, "\(done.error)")
      #expect(
        try states(folder, asOf: "2019-01-09T08:00") == ["v1-1": "verified", "v3-1": "handed over"])
      let ledger = try problems(folder, "ledger", "--city", "石家庄", "--of", "csv")
      let steps = ledger.output.split(separator: "\n").filter { $0.hasPrefix("v1-1,") }
      #expect(steps.count == 5)
      #expect(steps.last?.hasPrefix("v1-1,2019-01-08 20:00,verified,done,") == true)
      #expect(steps[1].contains(",hotspot problems review,"))
    }
  }

  @Test func `what cannot be is refused and changes nothing`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let unknown = try problems(
        folder, "review", "v1-1", "x", "--accept", "--as-of", "2018-12-18T21:00")
      #expect(unknown.status == 65 && unknown.error.contains("there is no problem x"))
      let early = try problems(
        folder, "review", "v1-1", "--accept", "--as-of", "2018-12-01T21:00")
      #expect(early.status == 65 && early.error.contains("there is no problem v1-1"))
      let open = try recheck(
        folder, "record", "v1-1", "--result", "done", "--as-of", "2018-12-18T21:00")
      #expect(open.status == 65 && open.error.contains("cannot become verified"))
      let word = try recheck(folder, "record", "v1-1", "--result", "fine")
      #expect(word.status == 64 && word.error.contains("no word of recheck_result"))
      let neither = try problems(folder, "review", "v1-1")
      #expect(neither.status == 64)
      let city = try problems(folder, "ledger", "--city", "巴黎")
      #expect(city.status == 64 && city.error.contains("39 cities"))
      let round = try problems(folder, "letter", "22")
      #expect(round.status == 64)
      let file = try problems(folder, "review", "--file", folder + "/none.csv", "--accept")
      #expect(file.status == 66)
      #expect(
        try states(folder, asOf: "2018-12-18T21:00") == ["v1-1": "open", "v3-1": "open"])
    }
  }

  @Test func `a returned problem keeps the reason and may be accepted later`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let list = try write("问题编号,备注\nv1-1,x\nv3-1,y\n", to: folder + "/ids.csv")
      let dry = try problems(
        folder, "review", "--file", list, "--return", "照片不清", "--dry-run", "--as-of",
        "2018-12-18T21:00")
      #expect(dry.status == 0 && dry.error.contains("would become returned"))
      let run = try problems(
        folder, "review", "--file", list, "--return", "照片不清", "--as-of", "2018-12-18T21:00")
      #expect(run.status == 0, "\(run.error)")
      let ledger = try problems(folder, "ledger", "--problem", "v1-1", "--of", "csv")
      #expect(ledger.output.contains(",returned,,,照片不清,hotspot problems review,yes"))
      let accepted = try problems(
        folder, "review", "v1-1", "--accept", "--as-of", "2018-12-19T21:00")
      #expect(accepted.status == 0)
      #expect(
        try states(folder, asOf: "2018-12-20T21:00") == ["v1-1": "reviewed", "v3-1": "returned"])
    }
  }
}
