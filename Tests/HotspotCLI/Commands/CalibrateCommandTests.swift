import Foundation
import Testing

@Suite struct CalibrateCommandTests {
  private let moment = "2018-12-23T18:00"

  /// One long run that everything else looks at: making a demo takes seconds.
  @Test func `weights are fitted, kept with a date, judged and used`() throws {
    try inTemporaryFolder { folder in
      let demo = folder + "/demo"
      let made = try Program.run("demo", demo, "--scale", "0.05", "--json")
      try #require(made.status == 0, "\(made.error)")
      let workspace = demo + "/workspace"
      let trial = try calibrate(workspace, "--dry-run")
      #expect(trial["uses_defaults"] as? Bool == false)
      #expect(trial["files"] as? [String] == [])
      #expect(!FileManager.default.fileExists(atPath: workspace + "/weights.csv"))
      try checkFit(trial)

      let fitted = try calibrate(workspace)
      #expect((fitted["files"] as? [String])?.count == 2)
      let dated = try String(contentsOfFile: workspace + "/weights-2018-12-23.csv", encoding: .utf8)
      #expect(dated == (try String(contentsOfFile: workspace + "/weights.csv", encoding: .utf8)))
      #expect(dated.contains("calibrated 2018-12-23"))
      let again = try Program.run("calibrate", "-w", workspace, "--as-of", moment)
      #expect(again.status == 73)
      try checkEvaluation(workspace)
    }
  }

  private func calibrate(_ workspace: String, _ options: String...) throws -> [String: Any] {
    let run = try Program.run(
      ["calibrate", "-w", workspace, "--as-of", moment, "--json"] + options)
    #expect(run.status == 0, "\(run.error)")
    return try run.json()
  }

  private func checkFit(_ result: [String: Any]) throws {
    let losses = ["log_loss_calibrated", "log_loss_default"].compactMap { result[$0] as? Double }
    #expect(losses.count == 2 && losses[0] < losses[1])
    #expect((result["visits"] as? Int ?? 0) > 1000)
    let weights = try #require(result["weights"] as? [[String: Any]])
    #expect(weights.contains { $0["standard_error"] is Double })
    let teams = try #require(result["teams"] as? [String: Any])
    #expect((teams["effects"] as? [[String: Any]])?.isEmpty == false)
    #expect((result["reliability_calibrated"] as? [Any])?.count ?? 0 > 5)
  }

  private func checkEvaluation(_ workspace: String) throws {
    let run = try Program.run(
      "evaluate", "-w", workspace, "--as-of", moment, "--replicates", "40", "--json")
    #expect(run.status == 0, "\(run.error)")
    let result = try run.json()
    let groups = try #require(result["groups"] as? [[String: Any]])
    let kinds = Set(groups.compactMap { $0["kind"] as? String })
    #expect(kinds == ["all", "round", "city", "topic"])
    for key in [
      "hit_rate", "best_hit_rate", "lift_over_random", "lift_over_hot_cells", "pai", "pei",
      "days_to_first_find_by_score",
    ] {
      #expect(groups[0][key] is Double, "\(key)")
      #expect((groups[0][key + "_interval"] as? [Double])?.count == 2, "\(key)")
    }
    #expect((groups[0]["lift_over_random"] as? Double ?? 0) > 1)
    // A fifth of the plan's visits is drawn: what was not visited yet is missing.
    let survey = try #require((result["survey"] as? [[String: Any]])?.first)
    #expect((survey["drawn"] as? Int ?? 0) > 0)
    #expect(survey["not_visited"] as? Int == survey["drawn"] as? Int)
    // The weights were fitted to these very visits.
    #expect(run.error.contains("flatter"))
  }
}
