import CampaignData
import Geo
import Testing

@testable import Inspection

/// Which topic a target counts for, and what the month makes of it.
@Suite struct TopicRuleTests {
  private let june: CalendarMonth
  private let december: CalendarMonth

  init() throws {
    june = try #require(CalendarMonth("2018-06"))
    december = try #require(CalendarMonth("2018-12"))
  }

  private func topic(_ site: Site) -> [String] { TopicRule().topics(of: site) }

  private func site(
    kind: String = "firm", topics: [String] = [], ledger: String? = nil, industry: String? = nil
  ) -> Site {
    Site(
      id: "S", name: "厂", position: Coordinate(114.5, 38), kind: kind, topics: topics,
      ledger: ledger, industry: industry, knownAt: MiniCampaign.known)
  }

  @Test func `a record's topics hold, else its ledger's, else its kind's`() {
    #expect(topic(site(topics: ["dust"], ledger: "boilers")) == ["dust"])
    #expect(
      topic(site(topics: ["industry", "staggered"], ledger: "staggered"))
        == ["staggered", "industry"])
    #expect(topic(site(ledger: "small_power")) == ["kilns"])
    #expect(topic(site(kind: "village")) == ["clean_heating"])
    #expect(topic(site(kind: "kiln")) == ["kilns"])
    #expect(topic(site(kind: "unheard of")) == ["other"])
  }

  @Test func `a firm on no list is one of those that the first topic looks for`() {
    #expect(topic(site()) == ["scattered", "industry"])
    #expect(topic(site(industry: "mining")) == ["scattered", "mines"])
    #expect(topic(site(topics: ["industry", "scattered"])) == ["scattered", "industry"])
  }

  @Test func `the same evidence makes other lists in June and in December, each with its reason`()
    throws
  {
    var campaign = MiniCampaign(columns: 1, rows: 1, sites: 3)
    campaign.facts.sites[0].ledger = "staggered"
    campaign.facts.sites[1].ledger = "boilers"
    campaign.facts.sites[2].ledger = "industry"
    let snapshot = try campaign.snapshot()
    let summer = try Targeting.targets(of: snapshot, season: june)
    let winter = try Targeting.targets(of: snapshot, season: december)
    #expect(summer.chances[1] > summer.chances[2])
    #expect(summer.chances[2] > summer.chances[0])
    #expect(winter.chances[0] > winter.chances[2])
    #expect(winter.chances[1] == winter.chances[2])
    #expect(winter.chances[2] == summer.chances[2])
    let target = winter.target(at: 0)
    #expect(target.topic == "staggered")
    #expect(target.reasons.contains { $0.zh == "当月督查重点：错峰生产落实（12月）" })
    #expect(
      target.reasons.contains { $0.en == "Staggered production: stressed this month (2018-12)" })
    #expect(
      summer.target(at: 0).reasons.contains {
        $0.key == "topic_out_of_season" && $0.chanceWithout.map { $0 > summer.chances[0] } == true
      })
  }

  @Test func `the month is the snapshot's where none is named`() throws {
    let snapshot = try MiniCampaign().snapshot()
    #expect(try Targeting.targets(of: snapshot).season == december)
    #expect(Planner.season(ofRound: 1, from: nil) == june)
  }

  @Test func `a site of several topics counts for the one that the month wants most`() throws {
    var campaign = MiniCampaign(columns: 1, rows: 1, sites: 1)
    campaign.facts.sites[0].ledger = "staggered"
    campaign.facts.sites[0].topics = ["industry", "staggered"]
    let snapshot = try campaign.snapshot()
    let summer = try Targeting.targets(of: snapshot, season: june)
    #expect(summer.topic(at: 0) == "industry")
    #expect(!summer.target(at: 0).reasons.contains { $0.key.hasPrefix("topic_") })
    #expect(try Targeting.targets(of: snapshot, season: december).topic(at: 0) == "staggered")
  }

  @Test func `a complaint that names a site makes it one of the complaints' in their months`()
    throws
  {
    var campaign = MiniCampaign()
    campaign.facts.sites[3].name = "石家庄华新水泥有限责任公司"
    var complaint = campaign.complaint("C1", north: 100, of: 3)
    complaint.target = "石家庄华新水泥有限责任公司"
    campaign.facts.complaints = [complaint]
    #expect(try campaign.targets().topic(at: 3) == "complaints")
    campaign.facts.complaints[0].types = ["noise"]
    #expect(try campaign.targets().topic(at: 3) == "boilers")
    campaign.facts.complaints[0].types = []
    campaign.facts.complaints[0].verified = false
    #expect(try campaign.targets().topic(at: 3) == "boilers")
  }

  @Test func `what a locality writes adds no more than a topic in season`() throws {
    let most = CampaignData.weights.value("topic_in_season")
    for topics in CampaignData.topics.map({ [$0.key] }) + [CampaignData.topics.map(\.key)] {
      var campaign = MiniCampaign(columns: 1, rows: 1, sites: 2)
      for site in 0...1 {
        campaign.facts.sites[site].ledger = "industry"
        campaign.facts.sites[site].origin = "local"
      }
      campaign.facts.sites[0].topics = topics
      for season in [june, december] {
        let targets = try Targeting.targets(of: campaign.snapshot(), season: season)
        let found = targets.findings(at: 0).filter { $0.key.hasPrefix("topic_") }
        #expect(found.count <= 1)
        #expect(found.allSatisfy { $0.logOdds <= most })
      }
    }
  }

  @Test func `topics are no part of the sizes of a draw`() throws {
    var campaign = MiniCampaign()
    let plain = try IndependentSizes(campaign.targets()).values
    for index in campaign.facts.sites.indices {
      campaign.facts.sites[index].topics = [CampaignData.topics[index % 13].key]
    }
    #expect(try IndependentSizes(campaign.targets()).values == plain)
  }
}
