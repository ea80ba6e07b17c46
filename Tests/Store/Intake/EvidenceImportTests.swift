import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

struct EvidenceImportTests {
  @Test func `days that do not exist are rejected with the reason`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "complaints",
      "编号,受理时间,经度,纬度,类型\nA,2018/11/31,114.5,38.5,大气\nB,2018/11/30 8:05,114.5,38.5,大气;噪声\n")
    #expect(report.read == 2 && report.new == 1 && report.rejected == 1)
    #expect(report.examples.first?.reason.contains("no such day") == true)
    let complaint = try #require(try fixture.facts().complaints.first)
    #expect(complaint.types == ["air", "noise"])
    #expect(complaint.receivedAt.description == "2018-11-30T08:05:00+08:00")
  }

  @Test func `complaints that fit known sites better in another datum are told`() throws {
    let fixture = try IntakeFixture()
    var sites = "name,lon,lat\n"
    var complaints = "id,received_at,lon,lat\n"
    for index in 0..<60 {
      let place = Coordinate(114.2 + Double(index % 8) * 0.07, 38.2 + Double(index / 8) * 0.07)
      sites += "s\(index),\(place.x),\(place.y)\n"
      let shifted = Datum.gcj02.fromWGS84(
        Coordinate(place.x + 0.0008 * Double(index % 3), place.y - 0.0005))
      complaints += "c\(index),2018-11-01,\(shifted.x),\(shifted.y)\n"
    }
    _ = try fixture.importText("sites", sites)
    let wrong = try fixture.importText("complaints", complaints) { $0.dryRun = true }
    #expect(wrong.warnings.contains { $0.contains("--datum gcj02") })
    let right = try fixture.importText("complaints", complaints, later: 1) { $0.datum = .gcj02 }
    #expect(!right.warnings.contains { $0.contains("--datum") })
  }

  @Test func `anomalies find their site by credit code and by name`() throws {
    let fixture = try IntakeFixture()
    _ = try fixture.importText(
      "sites",
      "编号,名称,信用代码,县代码,经度,纬度\nS1,华新（石家庄）水泥有限责任公司,91130100MA07XXXX1X,130102,114.5,38.5\n"
        + "S2,宏达铸造厂,,130102,114.6,38.5\n")
    let report = try fixture.importText(
      "power-anomalies",
      "企业名称,信用代码,异常类型,开始时间,严重程度\n别名,91130100ma07xxxx1x,停产期间用电,2018-11-20 10:00,62%\n"
        + "宏达铸造厂 ,,夜间用电偏高,2018-11-21,0.5\n不知名厂,,夜间用电偏高,2018-11-21,\n")
    #expect(report.new == 3)
    let anomalies = try fixture.facts().anomalies
    #expect(Set(anomalies.map(\.siteID)) == ["S1", "S2", ""])
    #expect(anomalies.first { $0.siteID == "S1" }?.severity == 0.62)
    #expect(report.warnings.contains { $0.hasPrefix("1 anomalies name a firm") })
  }

  @Test func `teams take counties by name and stand in the middle without a base`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "teams", "督查组,城市代码,负责县区\n石家庄1组,130100,长安区、正定县\n石家庄2组,130100,不存在县\n")
    #expect(report.new == 1 && report.rejected == 1)
    let team = try #require(try fixture.facts().teams.first)
    #expect(team.countyCodes == ["130102", "130123"])
    #expect(team.base.x > 114 && team.base.x < 115)
  }

  @Test func `visits find their round by the day`() throws {
    let fixture = try IntakeFixture()
    _ = try fixture.importText("sites", "编号,名称,经度,纬度\nS1,甲厂,114.5,38.5\n")
    let report = try fixture.importText(
      "visits", "企业名称,督查组,检查时间,检查结果\n甲厂,石家庄1组,2018-12-12 10:00,发现问题\n")
    #expect(report.new == 1)
    let visit = try #require(try fixture.facts().visits.first)
    #expect(visit.siteID == "S1" && visit.outcome == "problem" && visit.round == 13)
    var problems = try VectorReader(
      path: fixture.workspace.folder + "/workspace.gpkg", layer: "problems")
    let problem = try #require(try problems.next())
    #expect(problem.values.contains(.text(visit.id)))
  }

  @Test func `alerts of unknown cells are kept and told`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "alerts", "网格编号,预警月份,预警原因,变化率\nX1,2018-11,同比,25%\n")
    #expect(report.new == 1)
    #expect(try fixture.facts().alerts.first?.change == 0.25)
    #expect(report.warnings.contains { $0.contains("cells that the workspace does not have") })
  }

  @Test func `nominations are recorded and stay out of the facts`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText("nominations", "企业名称,指定单位\n甲厂,某局\n")
    #expect(report.new == 1)
  }
}
