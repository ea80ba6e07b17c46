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

  private func level(_ topic: String, _ month: String, _ city: String) throws
    -> TopicEmphasis.Level?
  {
    CampaignData.emphasis(
      of: topic, in: try #require(CalendarMonth(month)), city: CampaignData.city(code: city))?.level
  }

  @Test func `the first phase stresses nothing in the Fenwei Plain, the second does`() throws {
    #expect(try level("boilers", "2018-07", "130100") == .main)
    #expect(try level("boilers", "2018-07", "610100") == nil)
    #expect(try level("boilers", "2018-08", "610100") == .main)
  }

  @Test func `ports are stressed where the plan names them, and looked at elsewhere`() throws {
    #expect(try level("transport", "2018-10", "130200") == .main)
    #expect(try level("transport", "2018-10", "130100") == .also)
  }

  @Test func `every line names a topic, months of the campaign and known places`() {
    for line in CampaignData.topicEmphases {
      #expect(CampaignData.topic(key: line.topic) != nil)
      for month in line.months {
        #expect(
          CampaignData.rounds.all.contains {
            CalendarMonth($0.firstDay) <= month && month <= CalendarMonth($0.lastDay)
          })
      }
      for place in line.places {
        #expect(Region(rawValue: place) != nil || CampaignData.city(code: place) != nil)
      }
      if let key = line.level.weightKey { #expect(CampaignData.weights[key] != nil) }
    }
  }

  @Test func `every kind of site and every ledger has a topic that there is`() {
    let kinds = CampaignData.vocabulary(named: "site_kind")?.terms.map(\.key) ?? []
    #expect(!kinds.isEmpty)
    for kind in kinds {
      #expect(CampaignData.kindTopics.contains { $0.kind == kind && $0.industry == nil })
    }
    for line in CampaignData.kindTopics { #expect(CampaignData.topic(key: line.topic) != nil) }
    let levels = CampaignData.vocabulary(named: "warning_level")?.terms.map(\.key) ?? []
    #expect(CampaignData.warningLevels.map(\.key).sorted() == levels.sorted())
  }
}
