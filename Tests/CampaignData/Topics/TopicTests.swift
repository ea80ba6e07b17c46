import CampaignData
import Testing

@Suite struct TopicTests {
  @Test func `there are thirteen topics`() {
    #expect(CampaignData.topics.map(\.number) == Array(1...13))
    #expect(Set(CampaignData.topics.map(\.key)).count == 13)
  }

  @Test func `the seasons of annex 1 decide on what is stressed`() throws {
    let december = try #require(CalendarDate("2018-12-24"))
    let october = try #require(CalendarDate("2018-10-01"))
    #expect(CampaignData.topic(key: "staggered")?.isEmphasised(on: december) == true)
    #expect(CampaignData.topic(key: "clean_heating")?.isEmphasised(on: october) == true)
    #expect(CampaignData.topic(key: "clean_heating")?.isEmphasised(on: december) == false)
  }
}
