import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct DemoCampaignTests {
  let demo: DemoCampaign
  var facts: Facts { demo.facts }

  init() throws { demo = try SmallDemo.campaign.get() }

  @Test func `the same seed gives the same campaign`() throws {
    let again = try SmallDemo.make(seed: 7)
    #expect(again.facts.counties == facts.counties)
    #expect(again.facts.townships == facts.townships)
    #expect(again.facts.cells == facts.cells)
    #expect(again.facts.sites == facts.sites)
    #expect(again.facts.alerts == facts.alerts)
    #expect(again.facts.complaints == facts.complaints)
    #expect(again.facts.anomalies == facts.anomalies)
    #expect(again.facts.teams == facts.teams)
    #expect(again.facts.visits == facts.visits)
    #expect(again.checkedComplaints == demo.checkedComplaints)
    #expect(again.truth == demo.truth)
  }

  @Test func `another seed gives another campaign`() throws {
    let other = try SmallDemo.make(seed: 8)
    #expect(other.facts.townships != facts.townships)
    #expect(other.facts.sites != facts.sites)
    #expect(other.truth != demo.truth)
  }

  @Test func `the scale takes whole cities, the smallest first`() throws {
    let one = try DemoCampaign.generate(seed: 1, scale: 0.02)
    #expect(Set(one.facts.counties.map(\.cityCode)) == ["410600"])
    #expect(one.facts.sites.count > 2000)
  }

  @Test func `unknown cities are an error with a next step`() {
    #expect(throws: DemoError.noCities) {
      try DemoCampaign.generate(seed: 1, cities: ["999999"])
    }
  }

  @Test func `past visits have the known hit rate`() {
    let problems = facts.visits.filter { $0.outcome == "problem" }.count
    let rate = Double(problems) / Double(facts.visits.count)
    #expect(abs(rate - 0.0576) < 0.006)
  }

  @Test func `identifiers are unique and in order`() {
    for ids in [
      facts.sites.map(\.id), facts.alerts.map(\.id), facts.complaints.map(\.id),
      facts.anomalies.map(\.id), facts.visits.map(\.id), facts.teams.map(\.id),
      facts.cells.map(\.id), facts.counties.map(\.code), facts.townships.map(\.code),
    ] {
      #expect(!ids.isEmpty)
      #expect(ids == ids.sorted())
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func `nothing is known before it happened or after the round begins`() throws {
    let start = try #require(CampaignData.rounds.round(DemoCampaign.round)).firstDay
    let end = Moment(start)
    #expect(facts.alerts.allSatisfy { $0.issuedAt <= $0.knownAt && $0.knownAt < end })
    #expect(facts.complaints.allSatisfy { $0.receivedAt < $0.knownAt && $0.verified == nil })
    #expect(demo.checkedComplaints.allSatisfy { $0.receivedAt < $0.knownAt && $0.knownAt < end })
    #expect(facts.anomalies.allSatisfy { $0.startedAt < $0.knownAt && $0.knownAt < end })
    #expect(
      facts.visits.allSatisfy {
        $0.visitedAt < $0.knownAt && $0.visitedAt.date == $0.knownAt.date && $0.knownAt < end
      })
    for alert in facts.alerts where alert.reason != "live" {
      #expect(alert.period < "\(alert.issuedAt.date)".prefix(7))
    }
  }

  @Test func `words are those of the vocabularies`() throws {
    func expect(_ name: String, _ keys: [String?]) throws {
      let vocabulary = try #require(CampaignData.vocabulary(named: name))
      for key in Set(keys.compactMap { $0 }) { #expect(vocabulary.term(key: key) != nil) }
    }
    try expect("site_kind", facts.sites.map(\.kind))
    try expect("site_status", facts.sites.map(\.status))
    try expect("industry", facts.sites.map(\.industry))
    try expect("origin", facts.sites.map(\.origin))
    try expect("alert_reason", facts.alerts.map(\.reason))
    try expect("channel", facts.complaints.map(\.channel))
    try expect("complaint_type", facts.complaints.flatMap(\.types))
    try expect("power_rule", facts.anomalies.map(\.rule))
    try expect("outcome", facts.visits.map(\.outcome))
    let ledgers = Set(CampaignData.ledgerKinds.map(\.key))
    #expect(facts.sites.compactMap(\.ledger).allSatisfy(ledgers.contains))
    #expect(facts.sites.flatMap(\.topics).allSatisfy { CampaignData.topic(key: $0) != nil })
  }

  @Test func `facts as of a moment hold nothing newer and complaints in their newest version`() {
    let moment = Moment(CalendarDate(daysSince1970: 17_860), hour: 12)  // 2018-11-25
    let known = demo.facts(asOf: moment)
    #expect(known.visits.allSatisfy { $0.knownAt <= moment })
    #expect(known.complaints.allSatisfy { $0.knownAt <= moment })
    #expect(known.complaints.count < facts.complaints.count)
    #expect(known.complaints.contains { $0.verified == true })
    let checked = demo.checkedComplaints.filter { $0.knownAt <= moment }.count
    #expect(known.complaints.filter { $0.verified != nil }.count == checked)
  }
}
