import Foundation
import Testing

/// A round of one county, planned, planned again and compared, by the program itself.
@Suite struct PlanCommandTests {
  private func plan(_ folder: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(["plan"] + arguments + ["-w", folder + "/w"])
  }

  /// A small campaign and the plan of round 14.
  private func prepare(_ folder: String) throws {
    try SmallCampaign.prepare(folder)
    let run = try plan(folder, "round", "14", "--as-of", "2018-12-23T18:00")
    #expect(run.status == 0, "\(run.error)")
  }

  private func day(_ folder: String, _ options: String...) throws -> Program.Run {
    try Program.run(
      ["plan", "day", "2018-12-25", "--as-of", "2018-12-24T20:00", "-w", folder + "/w"] + options)
  }

  private func file(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: folder + "/w/plans/" + name, encoding: .utf8)
  }

  @Test func `a day planned twice is the same, and starts from the round's plan`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      #expect(try file(folder, "round-14/plan.json").contains(#""id": "R14-"#))
      let first = try day(folder)
      #expect(first.status == 0 && first.error.contains("remaining stops are kept"))
      let (list, record) = (
        try file(folder, "2018-12-25/targets.csv"), try file(folder, "2018-12-25/plan.json")
      )
      #expect(try day(folder).status == 0)
      #expect(try file(folder, "2018-12-25/targets.csv") == list)
      #expect(try file(folder, "2018-12-25/plan.json") == record)
      #expect(try day(folder, "--from", "none").error.contains("are kept") == false)
    }
  }

  @Test func `what a day is told is in its list, its record and the comparison`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let run = try day(
        folder, "--out", "t2", "--task", "114.52，38.03：冒烟", "--report", folder + "/r.json")
      #expect(run.status == 0, "\(run.error)")
      #expect(run.error.contains("1 townships of t2 go to t1"))
      #expect(try file(folder, "2018-12-25/targets.csv").contains("task:114.52,38.03"))
      let record = try file(folder, "2018-12-25/plan.json")
      #expect(record.contains(#""subject": "t2""#) && record.contains("冒烟"))
      #expect(try String(contentsOfFile: folder + "/r.json", encoding: .utf8).contains("由 t1 接手"))

      let text = try plan(folder, "diff", "round-14", "2018-12-25")
      #expect(text.status == 0, "\(text.error)")
      #expect(text.output.contains("added by hand") && text.output.contains("its team is out"))
      let again = try plan(folder, "diff", "14", folder + "/w/plans/2018-12-25")
      #expect(again.output == text.output)
      let json = try plan(folder, "diff", "round-14", "2018-12-25", "--json").json()
      let changes = try #require(json["changes"] as? [[String: Any]])
      #expect(
        Set(changes.compactMap { $0["cause"] as? String }).isSuperset(of: ["manual", "team_out"]))
      let one = try plan(folder, "diff", "round-14", "2018-12-25", "--team", "t1", "--lang", "zh")
      #expect(one.output.contains("人工添加"))
      #expect(try plan(folder, "diff", "round-14", "2018-12-25", "--team", "t9").status == 64)
    }
  }
}
