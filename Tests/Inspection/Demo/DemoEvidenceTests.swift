import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct DemoEvidenceTests {
  let demo: DemoCampaign
  var facts: Facts { demo.facts }

  init() throws { demo = try SmallDemo.campaign.get() }

  @Test func `each city has three alerts a month, on its own hot cells`() {
    let cells = Dictionary(uniqueKeysWithValues: facts.cells.map { ($0.id, $0) })
    let monthly = facts.alerts.filter { $0.reason != "live" }
    #expect(monthly.count == 3 * 4 * SmallDemo.cities.count)
    #expect(Set(monthly.map(\.period)) == ["2018-08", "2018-09", "2018-10", "2018-11"])
    #expect(facts.alerts.allSatisfy { cells[$0.cellID]?.isHot == true })
    #expect(facts.cells.allSatisfy { cell in cell.place.map { "\($0)" == cell.id } == true })
  }

  @Test func `hot cells hold many more sites than their part of the ground`() throws {
    let grid = EqualAreaGrid()
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    var places = facts.sites.map(\.position)
    transformer.transform(&places)
    let hot = Set(facts.cells.compactMap(\.place))
    let inside = places.filter { hot.contains(grid.cell(at: $0)) }.count
    #expect(Double(inside) / Double(places.count) > 0.6)
  }

  @Test func `every site lies in its county`() {
    let counties = Dictionary(uniqueKeysWithValues: facts.counties.map { ($0.code, $0.area) })
    let strays = facts.sites.filter { site in
      site.countyCode.flatMap { counties[$0] }?.contains(site.position) != true
    }
    #expect(strays.count * 500 < facts.sites.count)
  }

  @Test func `sites say that they are examples, and have valid credit codes, each once`() {
    #expect(facts.sites.allSatisfy { $0.name.contains("示例") })
    #expect(Set(facts.sites.map(\.name)).count == facts.sites.count)
    let codes = facts.sites.compactMap(\.creditCode)
    #expect(codes.count * 2 > facts.sites.count)
    #expect(codes.allSatisfy(CreditCodes.isValid))
    #expect(Set(codes).count == codes.count)
  }

  @Test func `about 22 of 100 sites are on a ledger`() {
    let listed = facts.sites.filter { $0.ledger != nil }.count
    #expect(abs(Double(listed) / Double(facts.sites.count) - 0.22) < 0.03)
  }

  @Test func `complaints keep to the shares of the hotline`() {
    let count = Double(facts.complaints.count)
    func share(_ isCounted: (Complaint) -> Bool) -> Double {
      Double(facts.complaints.filter(isCounted).count) / count
    }
    #expect(abs(share { $0.accepted == true } - 0.84) < 0.04)
    #expect(abs(share { $0.channel == "phone" } - 0.515) < 0.05)
    #expect((0.48...0.62).contains(share { $0.types.contains("air") }))
    #expect((0.28...0.43).contains(share { $0.types.contains("noise") }))
    #expect(share { $0.position == nil } < 0.06)
    let checked = demo.checkedComplaints
    let found = checked.filter { $0.verified == true }.count
    // Four standard errors of so few.
    let tolerance = 4 * (0.76 * 0.24 / Double(checked.count)).squareRoot()
    #expect(abs(Double(found) / Double(checked.count) - 0.76) < tolerance)
  }

  @Test func `anomalies point to violators more often than chance does, but not always`() {
    let right = facts.anomalies.filter { demo.truth.violates($0.siteID, on: $0.startedAt.date) }
    let share = Double(right.count) / Double(facts.anomalies.count)
    let base = Double(demo.truth.violatingSites) / Double(demo.truth.siteCount)
    #expect(share > 3 * base)
    #expect(share < 0.9)
  }

  @Test func `every county has a team, every city one centre team, every team its base at home`() {
    let counties = Dictionary(uniqueKeysWithValues: facts.counties.map { ($0.code, $0) })
    #expect(Set(facts.teams.flatMap(\.countyCodes)) == Set(counties.keys))
    for city in SmallDemo.cities {
      #expect(facts.teams.filter { $0.cityCode == city && $0.isCentre }.count == 1)
    }
    for team in facts.teams {
      #expect(team.countyCodes.allSatisfy { counties[$0]?.cityCode == team.cityCode })
      #expect(team.countyCodes.contains { counties[$0]?.area.contains(team.base) == true })
    }
  }

  @Test func `visits are of known sites in the team's counties, once a round`() {
    let sites = Dictionary(uniqueKeysWithValues: facts.sites.map { ($0.id, $0) })
    let teams = Dictionary(uniqueKeysWithValues: facts.teams.map { ($0.id, $0) })
    var seen: Set<String> = []
    for visit in facts.visits {
      let county = sites[visit.siteID]?.countyCode ?? ""
      #expect(teams[visit.teamID]?.countyCodes.contains(county) == true)
      #expect(CampaignData.rounds.containing(visit.visitedAt.date)?.number == visit.round)
      #expect(seen.insert("\(visit.round) \(visit.siteID)").inserted)
    }
    #expect(Set(facts.visits.map(\.round)) == Set(DemoCampaign.pastRounds))
  }
}
