import Inspection
import Testing

@testable import Publishing

@Suite struct ListTests {
  @Test func `the target list has a row a stop in order`() throws {
    let text = StopList.text(of: Fixture.plan.teamDays, facts: Fixture.facts, language: .en)
    let lines = text.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(
      lines[1] == """
        t1,石家庄1组,石家庄市,2018-12-24,1,a,site,"钢铁""一""厂",130102001,建北街道,长安区,c1,\
        114.5200000,38.0500000,risk,,0.2500,预警 2018-11 同比,alert 2018-11,\
        "alerts A1, A2, A3, A4, A5 +2",0.1250,按问题概率选取（25 %）,\
        "chosen for its chance of a problem, 25 %",2018-12-24T08:20:00+08:00,,official,other
        """)
    #expect(lines[2].hasSuffix(",2018-12-24T09:05:00+08:00,砖厂 420 m 0°,,other"))
  }

  @Test func `the coverage list has a row a township and says why one is not covered`() throws {
    let text = CoverageList.text(of: Fixture.plan.coverage, facts: Fixture.facts, language: .en)
    let lines = text.split(separator: "\n")
    try #require(lines.count == 4)
    #expect(
      lines[1] == """
        130102001,建北街道,130102,长安区,130100,石家庄市,t1,石家庄1组,2,0,1,2018-12-24,yes,,,,official
        """)
    #expect(lines[2].contains("\"青园,街道\""))
    #expect(lines[2].contains(",1,1,0,,yes,"))
    #expect(lines[3].hasSuffix(",no,no_team,没有督查组负责,no team has its county,synthetic"))
  }
}
