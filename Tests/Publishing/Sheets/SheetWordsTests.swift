import Testing

@testable import Publishing

@Suite struct SheetWordsTests {
  private let zh = SheetWords(.zh)
  private let en = SheetWords(.en)

  @Test func `a head names city, team, day and round`() throws {
    let sheet = try SheetDayTests.day().sheets[0]
    #expect(zh.team(sheet) == "石家庄市 1组")
    #expect(zh.day(sheet) == "2018年12月24日 星期一　第 14 轮次 第 1 天")
    #expect(en.day(sheet) == "Mon 2018-12-24　round 14, day 1")
    #expect(
      zh.origin(sheet, program: "hotspot 1") == "计划编号 R14-1 · 数据截至 2018-12-23 18:00 · hotspot 1")
    #expect(zh.page(2, of: 3) == "第 2 页 / 共 3 页")
  }

  @Test func `a stop tells its last visit, evidence and sites nearby`() throws {
    let stops = try SheetDayTests.day().sheets[0].stops
    #expect(zh.lastVisit(stops[0]) == "上次检查：2018-12-18 未发现问题")
    #expect(zh.evidence(stops[0]) == "证据：热点网格预警 A1、A2、A3 +4")
    #expect(en.evidence(stops[0]) == "Evidence: Alerts A1, A2, A3 +4")
    #expect(zh.nearby(stops[0]) == nil)
    #expect(zh.nearby(stops[1]) == "附近点位：砖厂 420 m 北")
    #expect(zh.lastVisit(stops[1]) == nil)
    #expect(zh.leg(stops[0]) == "+916 m")
  }

  @Test func `what is not official says so`() {
    #expect(zh.borders(["official"]) == nil)
    #expect(zh.borders(["synthetic", "derived", "official"]) == "注意：乡镇边界为推算、虚构数据，非官方")
  }

  @Test func `lengths are round to read`() {
    #expect(zh.kilometres(999) == "999 m")
    #expect(zh.kilometres(12_340) == "12.3 km")
    #expect(zh.scale(500) == "500 m")
    #expect(zh.scale(5000) == "5 km")
  }
}
