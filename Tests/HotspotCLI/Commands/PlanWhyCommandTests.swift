import Foundation
import Testing

/// The questions that a plan can be asked, by the program itself, on a small demo.
@Suite struct PlanWhyCommandTests {
  /// A demo of few sites; gives back its workspace.
  private func demo(in folder: String) throws -> String {
    let run = try Program.run("demo", folder + "/demo", "--scale", "0.02", "-q")
    #expect(run.status == 0, "\(run.error)")
    return folder + "/demo/workspace"
  }

  private func why(_ workspace: String, _ words: String...) throws -> Program.Run {
    try Program.run(["plan", "why"] + words + ["-w", workspace])
  }

  /// The stops of the first day, as the command `export` gives them in GeoJSON.
  private func stops(_ workspace: String) throws -> [[String: Any]] {
    let folder = workspace + "/plans/2018-12-24/routes/"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + name))
      let route = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let features = try #require(route["features"] as? [[String: Any]])
      return features.dropFirst().compactMap { $0["properties"] as? [String: Any] }
    }
  }

  @Test func `a stop says why, and what would be there without each reason`() throws {
    try inTemporaryFolder { folder in
      let workspace = try demo(in: folder)
      let stops = try stops(workspace)
      let stop = try #require(
        stops.first {
          ($0["evidence"] as? [Any])?.count ?? 0 > 1 && $0["kind"] as? String == "site"
        })
      let team = try #require(stop["team_id"] as? String)
      let order = try #require(stop["order"] as? Int)
      let run = try why(workspace, "2018-12-24", team, "\(order)", "--json")
      #expect(run.status == 0, "\(run.error)")
      let answer = try run.json()
      #expect(answer["why_en"] as? String == stop["why_en"] as? String)
      let without = try #require(answer["without"] as? [[String: Any]])
      let evidence = try #require(stop["evidence"] as? [[String: Any]])
      for (one, other) in zip(evidence, without) {
        #expect(one["key"] as? String == other["key"] as? String)
        #expect(one["facts"] as? [String] == other["facts"] as? [String])
        #expect(one["chance_without"] as? Double == other["chance"] as? Double)
      }
      #expect(without.last?["key"] as? String == "all_reasons")
      #expect(without.last?["chance"] as? Double == answer["base_chance"] as? Double)

      let plan = try #require(answer["plan"] as? String)
      let named = try why(workspace, "\(plan)/14-2018-12-24-\(team)-\(order)", "--json")
      #expect(named.output == run.output)
      #expect(try why(workspace, "14-2018-12-24-\(team)-\(order)", "--json").output == run.output)
      let text = try why(workspace, "2018-12-24", team, "\(order)", "--plan", "round-14", "-q")
      #expect(text.error.isEmpty && text.output.contains("all reasons together"))
      let chinese = try why(workspace, "2018-12-24", team, "\(order)", "--lang", "zh")
      #expect(chinese.output.contains("全部线索") && chinese.output.contains("若无"))
    }
  }

  @Test func `what is not there, or has changed since, is told with the next step`() throws {
    try inTemporaryFolder { folder in
      let workspace = try demo(in: folder)
      let stop = try #require(try stops(workspace).first)
      let team = try #require(stop["team_id"] as? String)
      for (words, status, message) in [
        (["2018-12-24"], 64, "no stop's identifier"),
        (["2018-12-24", team], 64, "DATE TEAM ORDER"),
        (["2018-12-24", team, "none"], 64, "no place in a day's order"),
        (["2018-11-31", team, "1"], 64, "no day"),
        (["2018-11-20", team, "1"], 66, "is not planned here"),
        (["2018-12-24", team + "x", "1"], 66, "Did you mean \(team)"),
        (["2018-12-24", team, "999"], 66, "Its stops there are 1 to"),
        (["2018-12-24", team, "1", "--seed", "99"], 65, "its seed was another"),
        (["2018-12-24", team, "1", "--iterations", "3"], 65, "its settings or evidence weights"),
      ] {
        let run = try Program.run(["plan", "why"] + words + ["-w", workspace])
        #expect(run.status == status, "\(words): \(run.error)")
        #expect(run.error.contains(message), "\(words): \(run.error)")
        #expect(run.output.isEmpty)
      }
      let weights = try write("key,value\nhot_cell,1\n", to: workspace + "/weights.csv")
      let run = try why(workspace, "2018-12-24", team, "1")
      #expect(run.status == 65 && run.error.contains("default evidence weights"), "\(run.error)")
      try FileManager.default.removeItem(atPath: weights)

      // A complaint that is said to have been known then, at the stop itself.
      let place = try #require(stop["target_id"] as? String)
      let list = try String(
        contentsOfFile: workspace + "/plans/2018-12-24/targets.csv", encoding: .utf8)
      let line = try #require(list.split(separator: "\n").first { $0.contains("," + place + ",") })
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      let lon = try #require(numbers.first { $0 > 73 && $0 < 135.5 && $0 != $0.rounded() })
      let lat = try #require(numbers.first { $0 > 18 && $0 < 54 && $0 != $0.rounded() })
      let late = try write(
        "id,received_at,lon,lat\nlate,2018-12-22,\(lon),\(lat)\n", to: folder + "/late.csv")
      let imported = try Program.run(
        "import", "complaints", late, "-w", workspace, "--known-at", "2018-12-22")
      #expect(imported.status == 0, "\(imported.error)")
      let changed = try why(workspace, "2018-12-24", team, "1")
      #expect(changed.status == 65, "\(changed.error)")
      #expect(changed.error.contains("cannot be repeated") && changed.error.contains("Plan again"))
      #expect(!changed.error.contains(place))
    }
  }
}
