import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

struct TaskPlanImportTests {
  @Test func `months come in one spelling, places by code or name`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "task-plan",
      "月份,城市,区县代码,督查内容,比例\n2018年11月,石家庄,,错峰生产,0.3\n201811,,130102,扬尘,0.2\n"
        + "2018/11,130100,,散乱污,\n")
    #expect(report.read == 3 && report.new == 3, "\(report.examples)")
    let plan = try fixture.facts().taskPlan
    #expect(Set(plan.map(\.month.description)) == ["2018-11"])
    #expect(plan.allSatisfy { $0.cityCode == "130100" })
    #expect(plan.map(\.topic).sorted() == ["dust", "scattered", "staggered"])
    #expect(plan.first { $0.topic == "dust" }?.countyCode == "130102")
    #expect(plan.first { $0.topic == "scattered" }?.share == nil)
  }

  @Test func `what cannot be a share, a month, a topic or a place is rejected with the reason`()
    throws
  {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "task-plan",
      "month,city_code,county_code,topic,share\n2018-11,130100,,dust,1.2\n2018-11,130100,,dust,-0.1\n"
        + "2018-13,130100,,dust,0.1\nnext,130100,,dust,0.1\n2018-11,北上,,dust,0.1\n"
        + "2018-11,110000,130102,dust,0.1\n2018-11,130100,,flying,0.1\n2018-11,130100,,dust,0.1\n")
    #expect(report.read == 8 && report.new == 1 && report.rejected == 7, "\(report.examples)")
    let reasons = report.examples.map(\.reason).joined(separator: "\n")
    #expect(reasons.contains("expected 0 to 1"))
    #expect(reasons.contains("expected one as in 2018-11"))
  }

  @Test func `shares over all visits and months outside the campaign are told`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "task-plan",
      "month,city_code,topic,share\n2018-11,130100,dust,0.7\n2018-11,130100,boilers,0.5\n"
        + "2018-11,110000,dust,1\n2020-01,110000,dust,0.5\n")
    #expect(report.new == 4)
    #expect(report.warnings.contains { $0.contains("2018-11 130100 add up to 120 %") })
    #expect(!report.warnings.contains { $0.contains("110000 add up") })
    #expect(report.warnings.contains { $0.contains("2020-01 is no month of the campaign") })
  }
}
