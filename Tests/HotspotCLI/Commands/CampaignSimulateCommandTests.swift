import Foundation
import Testing

@Suite struct CampaignSimulateCommandTests {
  /// One run that everything else looks at.
  @Test func `two rounds are played, written as files, and the same again`() throws {
    try inTemporaryFolder { folder in
      let arguments = [
        "campaign", "simulate", "--scale", "0.02", "--rounds", "1-2", "--iterations", "0",
        "--effort-check", "1", "--lang", "en",
      ]
      let output = folder + "/campaign"
      let run = try Program.run(arguments + ["-o", output])
      try #require(run.status == 0, "\(run.error)")
      #expect(run.error.contains("round 2: "))
      #expect(run.output.contains("per 100") && run.output.contains("iterations"))
      let files = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
      #expect(
        files == [
          "campaign-chances.svg", "campaign-coverage.svg", "campaign-hits.svg",
          "campaign-ranking.svg", "campaign-verification.svg", "campaign-violating.svg",
          "campaign.html", "campaign.json", "rounds.csv",
        ])
      let csv = try String(contentsOfFile: output + "/rounds.csv", encoding: .utf8)
      let lines = csv.split(separator: "\n")
      #expect(lines.count == 3 && lines[0].hasPrefix("round,first_day,teams,visits,problems"))
      #expect(lines[1].hasPrefix("1,2018-06-11,") && lines[2].hasPrefix("2,2018-06-25,"))
      let page = try String(contentsOfFile: output + "/campaign.html", encoding: .utf8)
      #expect(page.contains("synthetic") && page.contains("<svg"))

      let again = try Program.run(arguments + ["--of", "csv"])
      #expect(again.status == 0 && again.output == csv)
      let kept = try Program.run(arguments + ["-o", output])
      #expect(kept.status == 73)
    }
  }

  @Test(arguments: [
    ["--scale", "0"], ["--scale", "1.5"], ["--rounds", "0-3"], ["--rounds", "5-4"],
    ["--rounds", "one"], ["--iterations", "-1"], ["--calibrate-every", "0"],
    ["--rounds", "1-2", "--effort-check", "3"], ["--of", "svg"], ["--of", "csv,json"],
    ["--of", "pdf", "-o", "x"],
  ])
  func `what cannot be meant is refused before anything is done`(options: [String]) throws {
    let run = try Program.run(["campaign", "simulate"] + options)
    #expect(run.status == 64)
    #expect(run.output.isEmpty && !run.error.isEmpty)
  }
}
