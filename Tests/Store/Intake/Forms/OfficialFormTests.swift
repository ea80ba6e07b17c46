import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct OfficialFormTests {
  private func people(_ fixture: IntakeFixture) throws -> [Person] {
    try fixture.workspace.people(asOf: fixture.time.adding(seconds: 86_400))
      .sorted { $0.name < $1.name }
  }

  @Test func `annex 2 as it is: title, breaks in headings, numbered empty rows, missing fields`()
    throws
  {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "people",
      """
      抽调人员信息及安排表,,,,,,,,,
      序号,轮次,所属省份,"所属
      地市",姓名,工作单位,职务,擅  长  行  业,环境监察执法证件号,组长推荐
      1,5,江苏,南京,张三,"南京市
      环境监察总队",副支队长,□火电 ☑钢铁 其他：焦化,XK1,"建议担任
      组长"
      2,5,,,李四,南京市环保局,科员,□火电 □钢铁 其他：（请注明）,XK2,
      3,,,,,,,□火电 □钢铁 其他：（请注明）,,
      4,,,,,,,,,
      5,5,,,,南京市环保局,科员,,XK3,
      """)
    #expect(report.read == 3)
    #expect(report.new == 2)
    #expect(report.rejected == 1)
    #expect(report.examples.first?.row == 10)
    let people = try people(fixture)
    #expect(people.map(\.name) == ["张三", "李四"])
    #expect(people.map(\.province) == ["江苏", "江苏"])
    #expect(people.map(\.city) == ["南京", "南京"])
    #expect(people.map(\.industries) == [["steel", "coking"], []])
    #expect(people[0].employer == "南京市环境监察总队")
    #expect(people[0].isLeaderRecommended == true)
    #expect(people[1].phone == nil)
  }

  @Test func `somebody keeps the identifier, and serves in each round named for`() throws {
    let fixture = try IntakeFixture()
    let heading = "轮次,所属省份,姓名,工作单位,职务,环境监察执法证件号\n"
    let line = "江苏,张三,南京市环保局,科员,XK1\n"
    let report = try fixture.importText(
      "people", heading + "5," + line + "7," + line + "7," + line)
    #expect(report.new == 2)
    #expect(report.same == 1)
    #expect(report.warnings.contains { $0.contains("again") })
    let contradicting = try fixture.importText(
      "people", heading + "5," + line + "5,江苏,张三,南京市环保局,科长,XK1\n", later: 9)
    #expect(contradicting.rejected == 1)
    let people = try people(fixture)
    #expect(Set(people.map(\.id)).count == 1)
    #expect(Set(people.compactMap(\.round)) == [5, 7])
  }

  @Test func `the three forms of annex 3 in one sheet`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "contacts",
      """
      联系人员信息表（京津冀晋鲁豫陕）,,,,,,,
      省份,联络人,姓名,职务,单位,电话（传真）,手机,电子邮箱
      河北,总联络人,甲,副厅长,河北省环保厅,0311-87654321,13300001111,a@example.com
      ,督查工作联系人,乙,处长,河北省环保厅,,13300001112,
      城市,联络人,姓名,职务,单位,电话（传真）,手机,电子邮箱
      石家庄,政府联络人,丙,秘书长,石家庄市政府,,13300001113,
      ,应急保障联络人,,,,,,
      ,晋州市环保部门联络人,丁,局长,晋州市环保局,,13300001114,
      省份,联络人,姓名,职务,单位,电话（传真）,手机,电子邮箱
      江苏,抽调工作联系人,戊,处长,江苏省环保厅,,13300001115,
      ,抽调工作联系人,,处长,江苏省环保厅,,13300001116,
      """)
    #expect(report.read == 6)
    #expect(report.new == 5)
    #expect(report.rejected == 1)
    let table = try #require(Schema.table(named: "contacts"))
    let rows = try fixture.workspace.records(of: table, asOf: fixture.time.adding(seconds: 9))
    let scopes = rows.features.map { FieldParser.text(of: $0.values[0]) }.sorted()
    #expect(scopes == ["city", "county", "province", "province", "sending_province"])
    #expect(rows.features.contains { FieldParser.text(of: $0.values[1]) == "石家庄晋州市" })
  }
}
