import Foundation
import Testing

@Suite struct CrewCommandTests {
  /// Two teams of Shijiazhuang and twelve people in the workspace `w`.
  private func prepare(_ folder: String) throws -> String {
    let workspace = folder + "/w"
    _ = try Program.run("init", workspace)
    let teams = try write(
      "编号,督查组,城市,中心组\nt1,石家庄1组,石家庄市,是\nt2,石家庄2组,石家庄市,否\n", to: folder + "/teams.csv")
    var people = "所属省份,所属地市,姓名,工作单位,职务,擅长行业,环境监察执法证件号,手机号码,组长推荐\n"
    for number in 10..<22 {
      people += "江苏,南京,人\(number),南京市环保局,\(number < 12 ? "副处长" : "科员"),□火电 ☑钢铁,"
      people += "XK00000000\(number),132123456\(number),\(number > 17 ? "建议担任组长" : "")\n"
    }
    let path = try write(people, to: folder + "/people.csv")
    for (kind, file) in [("teams", teams), ("people", path)] {
      let run = try Program.run("import", kind, file, "-w", workspace, "--known-at", "2018-06-01")
      #expect(run.status == 0, "\(run.error)")
    }
    return workspace
  }

  @Test func `crews are made, kept, checked and shown without anybody's number`() throws {
    try inTemporaryFolder { folder in
      let workspace = try prepare(folder)
      let trial = try Program.run("crew", "assign", "5", "--dry-run", "-w", workspace)
      #expect(trial.status == 0)
      #expect(try Program.run("crew", "check", "-w", workspace).status == 66)
      let run = try Program.run("crew", "assign", "5", "-w", workspace, "--json")
      let rounds = try #require(run.json()["rounds"] as? [[String: Any]])
      #expect(rounds[0]["filled"] as? Int == 7)
      #expect(try Program.run("crew", "check", "5", "-w", workspace).status == 0)
      #expect(try Program.run("crew", "assign", "5", "-w", workspace).status == 73)
      #expect(try Program.run("crew", "assign", "5", "--overwrite", "-w", workspace).status == 0)
      for arguments in [[], ["--of", "csv"], ["--json"]] {
        let shown = try Program.run(["crew", "show", "5", "-w", workspace] + arguments)
        #expect(shown.status == 0)
        #expect(shown.output.contains("132****56"))
        #expect(!shown.output.contains("132123456"))
        #expect(!shown.output.contains("XK00000000"))
      }
      let planners = try Program.run(
        "crew", "show", "5", "--city", "Shijiazhuang", "--of", "csv", "--unmasked", "-w", workspace)
      #expect(planners.output.contains("132123456"))
    }
  }

  @Test func `what cannot be is told with its proof`() throws {
    try inTemporaryFolder { folder in
      let workspace = try prepare(folder)
      let run = try Program.run("crew", "assign", "5-6", "-w", workspace)
      #expect(run.status == 0)
      #expect(run.output.contains("at least 2 stay empty"))
      #expect(run.output.contains("7 serve in the round before or after"))
      let pool = try Program.run("crew", "people", "-w", workspace, "--json")
      let provinces = try #require(pool.json()["provinces"] as? [[String: Any]])
      #expect(provinces.first?["division_rank"] as? Int == 2)
    }
  }

  @Test func `without people, teams or such a round the next step is told`() throws {
    try inTemporaryFolder { folder in
      _ = try Program.run("init", folder + "/w")
      let empty = try Program.run("crew", "assign", "5", "-w", folder + "/w")
      #expect(empty.status == 66)
      #expect(empty.error.contains("hotspot import people"))
      #expect(try Program.run("crew", "assign", "22", "-w", folder + "/w").status == 64)
      #expect(try Program.run("crew", "assign", "6-5", "-w", folder + "/w").status == 64)
    }
  }
}
