import CampaignData
import Geo
import Testing

@testable import Inspection

/// The random share of a round of two cities.
@Suite struct RoundLotteryTests {
  private let first: CalendarDate
  private let campaign: TwoCities

  init() throws {
    first = try #require(CalendarDate("2018-12-24"))
    campaign = TwoCities()
  }

  private var settings: PlanSettings {
    var settings = MiniCampaign.settings
    settings.randomShare = 0.2
    return settings
  }

  private func plan(
    _ facts: Facts, _ settings: PlanSettings? = nil, secret: RoundSecret? = nil
  ) throws -> Plan {
    let snapshot = try Snapshot(asOf: MiniCampaign.now, facts: facts)
    return try Planner.planRound(
      14, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
      settings: settings ?? self.settings, context: PlanContext(secret: secret))
  }

  private func day(
    _ facts: Facts, from earlier: Plan, _ change: (inout PlanSettings) -> Void = { _ in }
  ) throws -> Plan {
    var settings = settings
    change(&settings)
    let snapshot = try Snapshot(asOf: Moment(first, hour: 20), facts: facts)
    var draw = earlier.draw
    draw?.planID = earlier.identifier
    return try Planner.planDay(
      first + 1, snapshot: snapshot, targets: Targeting.targets(of: snapshot), settings: settings,
      context: PlanContext(earlier: EarlierPlan(earlier, facts: facts), draw: draw))
  }

  private func lottery(_ facts: Facts) throws -> (sites: [Site], lottery: RoundLottery) {
    let snapshot = try Snapshot(asOf: MiniCampaign.now, facts: facts)
    let lottery = try RoundLottery(
      round: 14, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
      areas: TeamAreas(
        teams: snapshot.facts.teams, townships: snapshot.facts.townships,
        sites: snapshot.sitesByTownship),
      visits: [164, 164], settings: settings,
      tickets: RoundSecret(seed: 1).tickets(round: 14))
    return (snapshot.facts.sites, lottery)
  }

  @Test func `a fifth of each team's visits is drawn, and all of it is planned`() throws {
    let plan = try plan(campaign.facts)
    let draw = try #require(plan.draw)
    #expect(draw.drawnAsOf == MiniCampaign.now && draw.planID == nil)
    // 8 + 13 x 12 visits.
    for team in ["T1", "T2"] { #expect(draw.sites.count { $0.teamID == team } == 33) }
    let random = plan.teamDays.flatMap(\.stops).filter { $0.basis == .random }
    #expect(Set(random.map(\.target.id)) == Set(draw.sites.map(\.siteID)))
    let response = try #require(plan.response)
    #expect(response.planned == 66 && response.unplaced == 0 && response.gone == 0)
    #expect(plan.remarks.contains(.drawn(response)))
    #expect(plan.coverage.allSatisfy { $0.planned > 0 })
  }

  @Test func `every stop at a site says how likely the draw takes it`() throws {
    let plan = try plan(campaign.facts)
    let drawn = try #require(plan.draw).sites
    let stops = plan.teamDays.flatMap(\.stops)
    for stop in stops where stop.target.kind == .site {
      let probability = try #require(stop.inclusionProbability)
      #expect(probability > 0 && probability <= 1)
      if let site = drawn.first(where: { $0.siteID == stop.target.id }) {
        #expect(site.probability == probability)
      }
    }
    let (_, lottery) = try lottery(campaign.facts)
    #expect(lottery.probabilities.allSatisfy { $0 > 0 && $0 <= 1 })
    #expect(abs(lottery.probabilities.reduce(0, +) - 66) < 1e-9)
  }

  @Test func `without a share nothing is drawn`() throws {
    let plan = try plan(campaign.facts, MiniCampaign.settings)
    #expect(plan.draw == nil && plan.response == nil)
    let stops = plan.teamDays.flatMap(\.stops)
    #expect(stops.allSatisfy { $0.basis != .random && $0.inclusionProbability == nil })
  }

  @Test func `another secret draws others, and a site that closes changes few`() throws {
    func drawn(_ plan: Plan) -> Set<String> { Set((plan.draw?.sites ?? []).map(\.siteID)) }
    let one = try plan(campaign.facts, secret: RoundSecret(bytes: [1]))
    let other = try plan(campaign.facts, secret: RoundSecret(bytes: [2]))
    #expect(drawn(one).intersection(drawn(other)).count < 33)
    #expect(one.seedCommitment == RoundSecret(bytes: [1]).commitment)
    var facts = campaign.facts
    facts.sites.remove(at: 40)
    let fewer = try plan(facts, secret: RoundSecret(bytes: [1]))
    #expect(drawn(one).subtracting(drawn(fewer)).count <= 6)
  }

  @Test func `what a local list may write of a site changes no draw`() throws {
    let plain = try plan(campaign.facts).draw
    var random = DemoRandom(seed: 3, stream: "lists")
    for _ in 0..<4 {
      var facts = campaign.facts
      for index in facts.sites.indices {
        facts.sites[index].ledger = random.below(2) == 0 ? nil : "scattered"
        facts.sites[index].status = ["closed", "operating", nil][random.below(3)]
        facts.sites[index].industry = ["foundry", "food", nil][random.below(3)]
        facts.sites[index].topics = random.below(2) == 0 ? [] : ["heating", "scattered"]
      }
      #expect(try plan(facts).draw == plain)
    }
  }

  @Test func `invented firms cost nobody more than the local share`() throws {
    var base = campaign.facts
    base.complaints = campaign.complaints
    let before = try lottery(base)
    var probability: [String: Double] = [:]
    for (site, value) in zip(before.sites, before.lottery.probabilities) {
      probability[site.id] = value
    }
    var flooded = base
    flooded.sites += campaign.invented(10_000)
    var halved = base
    halved.sites += campaign.invented(10_000).enumerated().filter { $0.offset % 2 == 0 }.map(\.1)
    for facts in [flooded, halved] {
      let after = try lottery(facts)
      for (site, value) in zip(after.sites, after.lottery.probabilities) {
        #expect(value > 0)
        guard let value0 = probability[site.id] else { continue }
        #expect(value >= 0.9 * value0 * (1 - 1e-12) && value <= value0)
      }
      let local = Set(facts.sites.filter { !$0.isIndependent }.map(\.id))
      for team in ["T1", "T2"] {
        let drawn = after.lottery.draw.sites.filter { $0.teamID == team }
        #expect(drawn.count { local.contains($0.siteID) } <= 4)  // a tenth of 33, rounded up
        #expect((32...34).contains(drawn.count))
      }
    }
  }

  @Test func `invented firms hide no evidence`() throws {
    var facts = campaign.facts
    let nowhere = Coordinate(114.475, 37.975)
    facts.sites.removeAll { Geodesic.distance($0.position, nowhere) < 2000 }
    facts.complaints = [
      Complaint(
        id: "C1", receivedAt: MiniCampaign.now.adding(seconds: -86_400), position: nowhere,
        knownAt: MiniCampaign.now.adding(seconds: -86_400))
    ]
    facts.sites += campaign.invented(1, at: nowhere)
    let targets = try Targeting.targets(of: Snapshot(asOf: MiniCampaign.now, facts: facts))
    #expect((0..<targets.count).contains { targets.identifier(at: $0) == "search:C1" })
    let empty = try #require(facts.townships.first)
    facts.complaints = []
    facts.sites.removeAll { $0.id.hasPrefix("S100-") }
    facts.sites += campaign.invented(1, at: MiniCampaign.place(column: 0, row: 0, part: 0))
    let next = try Targeting.targets(of: Snapshot(asOf: MiniCampaign.now, facts: facts))
    #expect((0..<next.count).contains { next.identifier(at: $0) == "patrol:\(empty.code)" })
  }

  @Test func `a day's plan keeps the draw, and what closed or was visited is counted`() throws {
    var facts = campaign.facts
    let round = try plan(facts)
    let draw = try #require(round.draw)
    let monday = round.day(first).flatMap(\.stops)
    facts.visits = monday.map { stop in
      Visit(
        id: "V" + stop.id, siteID: stop.target.id, teamID: "T1", round: 14,
        visitedAt: stop.arrival, outcome: "none", knownAt: stop.arrival)
    }
    let visited = Set(monday.map(\.target.id))
    let open = draw.sites.filter { !visited.contains($0.siteID) }
    let closed = try #require(open.first).siteID
    facts.sites.removeAll { $0.id == closed }
    let next = try day(facts, from: round)
    #expect(next.draw?.sites == draw.sites)
    let response = try #require(next.response)
    #expect(response.visited == draw.sites.count - open.count)
    #expect(response.gone == 1 && response.unplaced == 0)
    #expect(response.planned == open.count - 1)
    let random = next.teamDays.flatMap(\.stops).filter { $0.basis == .random }
    #expect(Set(random.map(\.target.id)) == Set(open.map(\.siteID)).subtracting([closed]))
    #expect(random.allSatisfy { $0.inclusionProbability != nil })
    #expect(next.remarks.contains { $0 == .drawn(response) && $0.isWarning })
  }

  @Test func `drawn sites that fit no day are told`() throws {
    let round = try plan(campaign.facts)
    let short = try day(campaign.facts, from: round) { $0.dayHours = 1 }
    let response = try #require(short.response)
    #expect(response.unplaced > 0 && response.planned > 0)
    #expect(response.drawn == response.planned + response.unplaced)
  }

  @Test func `a visit added by hand comes before the draw`() throws {
    let facts = campaign.facts
    let snapshot = try Snapshot(asOf: MiniCampaign.now, facts: facts)
    var settings = settings
    settings.randomShare = 0.5
    let targets = try Targeting.targets(of: snapshot)
    let drawn = try Set(#require(plan(facts, settings).draw).sites.map(\.siteID))
    let site = try #require(facts.sites.first { !drawn.contains($0.id) })
    var told = Disruptions()
    told.tasks = [ManualTask(site: site.id, note: "", day: first)]
    let plan = try Planner.planDay(
      first, snapshot: snapshot, targets: targets, settings: settings,
      context: PlanContext(disruptions: told))
    let stop = try #require(plan.day(first).flatMap(\.stops).first { $0.target.id == site.id })
    #expect(stop.basis == .manual)
  }
}
