import Foundation
import Geo
import Testing

@Suite struct WorkspacePointsTests {
  private static let complaints = """
    编号,受理时间,经度,纬度,是否受理,是否属实
    c1,2018-11-01 08:00,114.50,38.05,是,是
    c2,2018-11-02 23:59,114.50,38.05,是,否
    c3,2018-11-03 00:00,114.51,38.05,,
    c4,2018-11-03 10:00,114.51,38.05,否,
    c5,2018-11-30 10:00,,,是,是

    """

  private static let alerts = """
    预警编号,网格编号,时段,预警原因,发布时间
    a1,E0300N1400,2018-11,level,2018-12-05
    a2,E0300N1400,2018-10,level,2018-11-05

    """

  /// Runs a test in a workspace with some complaints.
  private func inWorkspace(_ body: (String) throws -> Void) throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let file = try write(Self.complaints, to: folder + "/complaints.csv")
      try #require(try Program.run("import", "complaints", file, "-w", folder + "/w").status == 0)
      try body(folder)
    }
  }

  /// How many points counted, and the account.
  private func used(_ arguments: [String], _ folder: String) throws -> (Int?, [String: Any]) {
    let run = try Program.run(
      ["density", "-w", folder + "/w", "-o", folder + "/d.csv", "--bandwidth", "3000", "--json"]
        + ["--overwrite"] + arguments)
    try #require(run.status == 0, "\(run.error)")
    let account = try run.json()
    return (account["used"] as? Int, account)
  }

  @Test func `complaints count that are placed, not refused, and of the days asked for`() throws {
    try inWorkspace { folder in
      let (all, account) = try used([], folder)
      #expect(all == 3)
      #expect(account["known"] as? Int == 5)
      #expect(account["refused"] as? Int == 1)
      #expect(account["blank"] as? Int == 1)
      #expect(account["unit"] as? String == "per km2")
      #expect(try used(["--verified"], folder).0 == 1)
      #expect(try used(["--accepted"], folder).0 == 2)
      // The days are China's, both included.
      let (two, window) = try used(["--since", "2018-11-01", "--until", "2018-11-02"], folder)
      #expect(two == 2)
      #expect(window["other_days"] as? Int == 1)
      #expect(window["unit"] as? String == "per km2 per day")
      #expect(try used(["--since", "2018-11-03", "--until", "2018-11-03"], folder).0 == 1)
    }
  }

  @Test func `nothing known later counts`() throws {
    try inWorkspace { folder in
      let run = try Program.run(
        "density", "-w", folder + "/w", "-o", folder + "/d.csv", "--bandwidth", "3000", "--as-of",
        "2018-10-01")
      #expect(run.status == 65)
      #expect(run.error.contains("knows no complaints as of 2018-10-01"))
    }
  }

  @Test func `clusters keep the identifiers of the facts`() throws {
    try inWorkspace { folder in
      let run = try Program.run(
        "cluster", "-w", folder + "/w", "-o", folder + "/c.gpkg", "--eps", "100", "--min-points",
        "2", "--report", folder + "/r.json")
      #expect(run.status == 0)
      var reader = try VectorReader(path: folder + "/c.gpkg", layer: "complaints")
      var found: [FieldValue] = []
      while let feature = try reader.next() { found += [feature.values[0], feature.values[5]] }
      #expect(
        found == [
          .text("c1"), .integer(0), .text("c2"), .integer(0), .text("c3"), .integer(-1),
        ])
      let report = try String(contentsOfFile: folder + "/r.json", encoding: .utf8)
      #expect(report.contains("未受理的投诉 1 件") && report.contains("Refused complaints"))
    }
  }

  @Test func `alerts stand at their cells' centres, which is told`() throws {
    try inWorkspace { folder in
      _ = try write(Self.alerts, to: folder + "/alerts.csv")
      try #require(
        try Program.run("import", "alerts", folder + "/alerts.csv", "-w", folder + "/w").status
          == 0)
      let (count, account) = try used(["--facts", "alerts", "--cell", "500"], folder)
      #expect(count == 2)
      // Cell 300, 1400 of the grid has its centre here.
      #expect(abs((account["highest_x"] as? Double ?? 0) - 901_500) <= 250)
      #expect(abs((account["highest_y"] as? Double ?? 0) - 4_201_500) <= 250)
      let (_, narrow) = try used(["--facts", "alerts", "--bandwidth", "900"], folder)
      let codes = (narrow["remarks"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
      #expect(codes == ["few_points", "below_accuracy", "no_denominator"])
    }
  }

  @Test func `a file and a workspace are not mixed`() throws {
    try inWorkspace { folder in
      let file = folder + "/complaints.csv"
      for (arguments, text) in [
        ([file, "-w", folder + "/w"], "not from both"),
        ([file, "--facts", "alerts"], "not from both"),
        ([], "neither a file nor a workspace"),
        (["-w", folder + "/w", "--lon", "x"], "describe a file"),
        (["-w", folder + "/w", "--time", "x"], "columns of a file"),
        (["-w", folder + "/w", "--facts", "alerts", "--verified"], "not for alerts"),
      ] {
        let run = try Program.run(
          ["density"] + arguments + ["-o", folder + "/d.csv", "--bandwidth", "900"])
        #expect(run.status == 64, "\(arguments): \(run.error)")
        #expect(run.error.contains(text), "\(arguments): \(run.error)")
      }
    }
  }
}
