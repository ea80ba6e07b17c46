import Foundation
import Testing

/// Topics by month and the month's task plan, by the program itself.
@Suite struct CampaignTopicsTests {
  @Test func `the table of a month names levels, weights and sources`() throws {
    let run = try Program.run("campaign", "topics", "2018-12", "--lang", "en")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("Staggered production"))
    #expect(run.output.contains("annex 1, part 4"))
    #expect(!run.output.contains("Coal-fired boilers"))
    let json = try Program.run("campaign", "topics", "2018-06", "--json").json()
    let emphases = try #require(json["emphases"] as? [[String: Any]])
    #expect(emphases.contains { $0["topic"] as? String == "straw" })
    #expect(try Program.run("campaign", "topics", "--compare", "2018-06").status == 64)
  }

  @Test func `two months are compared on the same evidence`() throws {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      let run = try Program.run(
        "campaign", "topics", "--compare", "2018-06", "--compare", "2018-12", "--city", "石家庄",
        "-w", folder + "/w", "--json")
      #expect(run.status == 0, "\(run.error)")
      let json = try run.json()
      #expect(json["months"] as? [String] == ["2018-06", "2018-12"])
      #expect((json["targets"] as? [Int])?.allSatisfy { $0 > 0 } == true)
      let wrong = try Program.run(
        "campaign", "topics", "--compare", "2018-06", "--compare", "2018-12", "--city", "上海", "-w",
        folder + "/w")
      #expect(wrong.status == 64)
    }
  }

  @Test func `a draft is imported as it is, holds, and a round's plan tells how far it is met`()
    throws
  {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      let none = try Program.run("campaign", "task-plan", "2018-12", "-w", folder + "/w")
      #expect(none.status == 66)
      for language in ["zh", "en"] {
        let file = folder + "/\(language).csv"
        let draft = try Program.run(
          "campaign", "task-plan", "2018-12", "--draft", "-w", folder + "/w", "--lang", language,
          "-o", file)
        #expect(draft.status == 0, "\(draft.error)")
        let run = try Program.run(
          "import", "task-plan", file, "-w", folder + "/w", "--known-at", "2018-12-01")
        #expect(run.status == 0, "\(run.error)")
      }
      let standing = try Program.run("campaign", "task-plan", "2018-12", "-w", folder + "/w")
      #expect(standing.status == 0 && standing.output.contains("scattered"))
      let plan = try Program.run(
        "plan", "round", "14", "--as-of", "2018-12-23T18:00", "-w", folder + "/w", "--lang", "en")
      #expect(plan.status == 0 && plan.error.contains("task plan: "))
      let record = try String(
        contentsOfFile: folder + "/w/plans/round-14/plan.json", encoding: .utf8)
      #expect(record.contains(#""topic": "task_plan""#))
      let list = try String(
        contentsOfFile: folder + "/w/plans/round-14/targets.csv", encoding: .utf8)
      #expect(list.split(separator: "\n").first?.hasSuffix(",topic") == true)
      #expect(
        try Program.run("campaign", "task-plan", "2020-01", "--draft", "-w", folder + "/w").status
          == 65)
    }
  }
}
