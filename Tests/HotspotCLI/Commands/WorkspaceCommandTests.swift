import Foundation
import Testing

@Suite struct WorkspaceCommandTests {
  @Test func `a workspace is made once`() throws {
    try inTemporaryFolder { folder in
      let first = try Program.run("init", folder + "/w")
      #expect(first.status == 0)
      #expect(first.output == folder + "/w\n")
      #expect(FileManager.default.fileExists(atPath: folder + "/w/workspace.gpkg"))
      let second = try Program.run("init", folder + "/w", "--json")
      #expect(second.status == 73)
      #expect(try second.errorJSON()["hint"] is String)
    }
  }

  @Test(arguments: [
    ["import", "sites", "x.csv"], ["plan", "round", "14"], ["plan", "day", "2018-12-24"],
    ["coverage"], ["route", "2018-12-24", "--team", "t"], ["export", "2018-12-24"],
  ])
  func `a folder that is no workspace is refused`(command: [String]) throws {
    try inTemporaryFolder { folder in
      let run = try Program.run(command + ["-w", folder])
      #expect(run.status == 66)
      #expect(run.error.contains("hotspot init"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func `a kind that is mistyped is guessed`() throws {
    let run = try Program.run("import", "complaint", "x.csv")
    #expect(run.status == 64)
    #expect(run.error.contains("Did you mean complaints?"))
  }

  @Test func `a pair of --map without an equals sign is refused`() throws {
    let run = try Program.run("import", "sites", "x.csv", "--map", "经度")
    #expect(run.status == 64)
    #expect(run.error.contains("HEADING=COLUMN"))
  }

  @Test func `a missing input is named and nothing changes`() throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let run = try Program.run("import", "sites", folder + "/none.csv", "-w", folder + "/w")
      #expect(run.status == 66)
      #expect(run.error.contains("none.csv"))
    }
  }

  @Test func `every record read is accounted for`() throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let file = try write(
        "点位编号,名称,经度,纬度\ns1,甲厂,114.5,38.05\ns2,乙厂,114.6,38.06\ns3,丙厂,abc,38\n",
        to: folder + "/sites.csv")
      let run = try Program.run("import", "sites", file, "-w", folder + "/w", "--json")
      #expect(run.status == 0)
      let reports = try #require(try run.json()["imports"] as? [[String: Any]])
      #expect(reports.first?["read"] as? Int == 3)
      #expect(reports.first?["new"] as? Int == 2)
      #expect(reports.first?["rejected"] as? Int == 1)
      #expect(run.error.contains("read 3 = new 2 + updated 0 + same 0 + rejected 1"))
      let again = try Program.run("import", "sites", file, "-w", folder + "/w")
      #expect(again.error.contains("read 3 = new 0 + updated 0 + same 2 + rejected 1"))
    }
  }

  @Test func `a file of which nothing can be used is bad data`() throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let file = try write("点位编号,名称,经度,纬度\ns1,甲厂,abc,38\n", to: folder + "/sites.csv")
      let run = try Program.run("import", "sites", file, "-w", folder + "/w")
      #expect(run.status == 65)
    }
  }

  @Test func `a wrong setting is named`() throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let run = try Program.run(
        ["coverage", "-w", folder + "/w"], environment: ["HOTSPOT_DAILY_VISITS": "many"])
      #expect(run.status == 78)
      #expect(run.error.contains("DAILY_VISITS"))
    }
  }

  @Test func `a plan without teams says how to get them`() throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let run = try Program.run("plan", "round", "14", "-w", folder + "/w")
      #expect(run.status == 65)
      #expect(run.error.contains("hotspot import teams"))
    }
  }

  @Test func `a doctor finds the libraries and the workspace`() throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let run = try Program.run("doctor", "-w", folder + "/w", "--json")
      #expect(run.status == 0)
      let checks = try #require(try run.json()["checks"] as? [[String: Any]])
      let states = Dictionary(
        checks.map { ($0["name"] as? String ?? "", $0["state"] as? String ?? "") },
        uniquingKeysWith: { first, _ in first })
      #expect(states["GDAL driver GPKG"] == "ok")
      #expect(states["workspace"] == "ok")
      _ = try write("no database", to: folder + "/w/workspace.gpkg")
      let damaged = try Program.run("doctor", "-w", folder + "/w")
      #expect(damaged.status == 65)
      #expect(damaged.output.contains("broken"))
    }
  }
}
