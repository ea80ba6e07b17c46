import Foundation
import Geo
import Testing

@Suite struct DemoCommandTests {
  /// One long run that everything else looks at: making a demo takes seconds.
  @Test func `a small demo is made, planned, shown again and scored`() throws {
    try inTemporaryFolder { folder in
      let demo = folder + "/demo"
      let made = try Program.run("demo", demo, "--scale", "0.05", "--json")
      try #require(made.status == 0, "\(made.error)")
      let result = try made.json()
      let table = try #require(result["table"] as? [String: Any])
      #expect((table["cities"] as? [Any])?.count == 2)
      let plan = try #require(result["plan"] as? String)
      try checkLists(in: plan)
      try checkRoutes(in: plan)
      try checkTruthIsApart(demo)

      let again = try Program.run("demo", demo, "--score")
      #expect(again.status == 0)
      #expect(again.error.contains("already"))
      #expect(again.output.contains("Against the hidden truth"))
      let other = try Program.run("demo", demo, "--seed", "7")
      #expect(other.status == 73)

      try checkExports(of: demo + "/workspace", in: plan)
      try checkReplanning(demo + "/workspace", plan)
    }
  }

  @Test func `a folder with something else in it is left alone`() throws {
    try inTemporaryFolder { folder in
      _ = try write("mine", to: folder + "/diary.txt")
      let run = try Program.run("demo", folder, "--scale", "0.05", "--overwrite")
      #expect(run.status == 73)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["diary.txt"])
    }
  }

  @Test func `a scale beyond all cities is refused`() throws {
    #expect(try Program.run("demo", "--scale", "1.5").status == 64)
  }

  private func checkLists(in plan: String) throws {
    let targets = try rows(plan + "/targets.csv")
    #expect(targets.count > 20)
    var reader = try VectorReader(path: plan + "/targets.gpkg", layer: "targets")
    #expect(try reader.featureCount() == targets.count)
    let coverage = try rows(plan + "/coverage.csv")
    #expect(coverage.count > 20)
    // Each township is covered or says why not.
    #expect(coverage.allSatisfy { $0.contains(",yes,,,,") || $0.contains(",no,") })
    #expect(coverage.allSatisfy { $0.hasSuffix(",synthetic") })
  }

  private func checkRoutes(in plan: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: plan + "/routes")
    #expect(!names.isEmpty)
    var stops = 0
    for name in names {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(plan)/routes/\(name)"))
      let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let features = try #require(document?["features"] as? [[String: Any]])
      stops += features.count - 1
    }
    #expect(stops == (try rows(plan + "/targets.csv")).count)
  }

  /// The workspace must not hold what only the scorer may know.
  private func checkTruthIsApart(_ demo: String) throws {
    #expect(FileManager.default.fileExists(atPath: demo + "/truth/truth.csv"))
    let files = try FileManager.default.subpathsOfDirectory(atPath: demo + "/workspace")
    #expect(!files.contains { $0.contains("truth") })
  }

  private func checkExports(of workspace: String, in plan: String) throws {
    let team = try #require(rows(plan + "/targets.csv").first?.split(separator: ",").first)
    let route = try Program.run("route", "2018-12-24", "--team", String(team), "-w", workspace)
    #expect(route.status == 0)
    #expect(
      route.output
        == (try String(contentsOfFile: "\(plan)/routes/\(team).geojson", encoding: .utf8)))
    let list = try Program.run("export", "2018-12-24", "--team", String(team), "-w", workspace)
    #expect(list.status == 0)
    #expect(list.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix(team + ",") })
    let nobody = try Program.run("route", "2018-12-24", "--team", "nobody", "-w", workspace)
    #expect(nobody.status == 66)
    let unplanned = try Program.run("export", "2019-03-01", "-w", workspace)
    #expect(unplanned.status == 66)
    #expect(unplanned.error.contains("plan day 2019-03-01"))
  }

  /// The same snapshot, settings and seed give the same bytes.
  private func checkReplanning(_ workspace: String, _ plan: String) throws {
    let names = ["targets.csv", "coverage.csv", "cities.json"]
    let before = try names.map { try Data(contentsOf: URL(fileURLWithPath: "\(plan)/\($0)")) }
    let run = try Program.run(
      "plan", "day", "2018-12-24", "--as-of", "2018-12-23T18:00", "-w", workspace)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("city"))
    let after = try names.map { try Data(contentsOf: URL(fileURLWithPath: "\(plan)/\($0)")) }
    #expect(before == after)
    let coverage = try Program.run("coverage", "--round", "13", "-w", workspace, "--csv")
    #expect(coverage.status == 0)
    #expect(
      coverage.output.split(separator: "\n").count == (try rows(plan + "/coverage.csv")).count + 1)
  }

  /// The records of a list; none of them has a line end inside.
  private func rows(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map(String.init)
  }
}
