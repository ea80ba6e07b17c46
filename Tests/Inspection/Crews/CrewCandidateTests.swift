import CampaignData
import Testing

@testable import Inspection

@Suite struct CrewCandidateTests {
  @Test(arguments: [
    ("副处长", "江苏省环境保护厅", true), ("副调研员", "南京市环保局", true), ("副局长", "无锡市环境保护局", true),
    ("局长", "无锡市滨湖区环保局", false), ("副支队长", "南京市环境监察支队", false), ("总队长", "江苏省环境监察总队", true),
    ("副总队长", "南京市环境监察总队", false), ("科长", "南京市环保局", false), ("", "", false),
  ])
  func `division rank is read from post and employer`(
    position: String, employer: String, isRanked: Bool
  ) {
    #expect(
      CampaignData.isOfDivisionRank(position: position, employer: employer) == isRanked)
  }

  @Test func `lines of somebody for several rounds are one person, the newest of them told`() {
    var fixture = CrewFixture()
    fixture.addPeople(1, from: "江苏省", "南京市", round: 5)
    fixture.addPeople(1, from: "江苏省", "南京市", round: 7)
    fixture.change(1) {
      $0.phone = "13000000001"
      $0.knownAt = $0.knownAt.adding(seconds: 60)
    }
    #expect(fixture.candidates.count == 1)
    #expect(fixture.candidates[0].rounds == [5, 7])
    #expect(fixture.candidates[0].person.phone == "13000000001")
    #expect(fixture.candidates[0].province == "江苏")
    #expect(fixture.candidates[0].city == "南京")
  }

  @Test func `the ministry's people are known by the column, else by their employer`() {
    var fixture = CrewFixture()
    fixture.addPeople(3, from: "江苏", "南京")
    fixture.change(0) { $0.isMinistry = true }
    fixture.change(1) {
      $0.province = nil
      $0.employer = "生态环境部华东督察局"
    }
    fixture.change(2) { $0.province = nil }
    #expect(fixture.candidates.map(\.isMinistry) == [true, true, false])
    #expect(fixture.candidates.map(\.isLocal) == [false, false, false])
  }

  @Test func `names of provinces are brought to one form`() {
    #expect(PlaceOfOrigin.province("广西壮族自治区") == "广西")
    #expect(PlaceOfOrigin.province("新疆建设兵团") == "新疆生产建设兵团")
    #expect(PlaceOfOrigin.province("上海市") == "上海")
    #expect(PlaceOfOrigin.city("沙市") == "沙市")
  }
}
