import CampaignData
import Geo
import Inspection
import Testing

@Suite struct PlannerTests {
  @Test func `every township gets a stop when the team can reach them all`() throws {
    let campaign = MiniCampaign()
    let plan = try campaign.roundPlan()
    #expect(plan.coverage.count == 12)
    #expect(plan.coverage.allSatisfy { $0.planned > 0 && $0.gap == nil && $0.firstPlanned != nil })
  }

  @Test func `a round has its fourteen days, the hand-over Monday with fewer visits`() throws {
    let plan = try MiniCampaign(sites: 40).roundPlan()
    #expect(plan.teamDays.map(\.date.description).first == "2018-12-24")
    #expect(plan.teamDays.map(\.date.description).last == "2019-01-06")
    #expect(plan.teamDays[0].stops.count == 8)
    #expect(plan.teamDays.dropFirst().allSatisfy { $0.stops.count == 12 })
  }

  @Test func `a day keeps its hours and arrivals follow the order`() throws {
    let plan = try MiniCampaign(sites: 40).roundPlan()
    for day in plan.teamDays {
      #expect(day.duration <= 10 * 3600)
      #expect(day.departure.description.hasSuffix("T08:00:00+08:00"))
      let arrivals = day.stops.map(\.arrival)
      #expect(zip(arrivals, arrivals.dropFirst()).allSatisfy { $0.0 < $0.1 })
      #expect(day.stops.map(\.order) == Array(1...day.stops.count))
    }
  }

  @Test func `no target is visited twice`() throws {
    let plan = try MiniCampaign(sites: 40).roundPlan()
    let visited = plan.teamDays.flatMap { $0.stops.map(\.target.id) }
    #expect(Set(visited).count == visited.count)
  }

  @Test func `a township too far away is named with that reason`() throws {
    var campaign = MiniCampaign()
    campaign.facts.teams[0].base = Coordinate(108.9, 34.3)
    let plan = try campaign.roundPlan()
    #expect(plan.coverage.allSatisfy { $0.gap == .tooFar && $0.planned == 0 })
  }

  @Test func `townships beyond the team's visits are named with that reason`() throws {
    var campaign = MiniCampaign()
    campaign.facts.teams[0].dailyVisits = 0
    var plan = try campaign.roundPlan()
    #expect(plan.coverage.allSatisfy { $0.gap == .capacity || $0.gap == .tooFar })
    var settings = MiniCampaign.settings
    settings.dayHours = 2
    campaign.facts.teams[0].dailyVisits = nil
    plan = try campaign.roundPlan(settings: settings)
    for township in plan.coverage { #expect((township.gap == nil) == (township.planned > 0)) }
  }

  @Test func `a township without a team is named with that reason`() throws {
    var campaign = MiniCampaign()
    campaign.facts.townships[0].countyCode = "130104"
    let plan = try campaign.roundPlan()
    #expect(plan.coverage[0].gap == .noTeam)
    #expect(plan.coverage.dropFirst().allSatisfy { $0.gap == nil })
  }

  @Test func `a day plan leaves out what the round has visited`() throws {
    var campaign = MiniCampaign()
    let tuesday = try #require(CalendarDate("2018-12-25"))
    let first = try campaign.roundPlan()
    let monday = try #require(first.teamDays.first)
    campaign.facts.visits = monday.stops.map { stop in
      Visit(
        id: "V" + stop.id, siteID: stop.target.id, teamID: "T1", round: 14,
        visitedAt: stop.arrival, outcome: "none", knownAt: stop.arrival)
    }
    let evening = Moment(monday.date, hour: 20)
    let snapshot = try campaign.snapshot(asOf: evening)
    let plan = try Planner.planDay(
      tuesday, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
      settings: MiniCampaign.settings)
    let visited = Set(monday.stops.map(\.target.id))
    #expect(plan.teamDays.first?.date == tuesday)
    #expect(
      plan.teamDays.allSatisfy { day in
        day.stops.allSatisfy { !visited.contains($0.target.id) }
      })
    #expect(
      plan.coverage.reduce(0) { $0 + $1.visitsInRound } == monday.stops.count)
    #expect(plan.coverage.allSatisfy { $0.gap == nil })
  }

  @Test func `facts known later change nothing in an earlier plan`() throws {
    var campaign = MiniCampaign(sites: 30)
    campaign.facts.complaints = [campaign.complaint("C1", north: 100, of: 7)]
    let noon = Moment(try #require(CalendarDate("2018-12-22")), hour: 12)
    let before = try campaign.roundPlan(asOf: noon)
    for number in 0..<40 {
      var late = campaign.complaint("C9\(number)", north: 50, of: 3 * number, daysAgo: 3)
      late.knownAt = MiniCampaign.now
      campaign.facts.complaints.append(late)
    }
    campaign.facts.sites.append(
      Site(
        id: "S0", name: "示例新厂", position: MiniCampaign.place(column: 0, row: 0, part: 3),
        knownAt: MiniCampaign.now))
    campaign.facts.teams[0].knownAt = MiniCampaign.known
    #expect(try campaign.roundPlan(asOf: noon) == before)
    #expect(try campaign.roundPlan(asOf: MiniCampaign.now) != before)
  }

  @Test func `the order in which facts were read changes nothing`() throws {
    var campaign = MiniCampaign(sites: 30)
    campaign.facts.teams.append(
      Team(
        id: "T2", name: "石家庄2组", cityCode: "130100", countyCodes: ["130102"],
        base: Coordinate(114.6, 37.95), knownAt: MiniCampaign.known))
    let plan = try campaign.roundPlan()
    campaign.facts.sites.reverse()
    campaign.facts.teams.reverse()
    campaign.facts.townships.reverse()
    #expect(try campaign.roundPlan() == plan)
  }

  @Test func `what cannot be planned is told`() throws {
    var campaign = MiniCampaign()
    #expect(throws: PlanError.unknownRound(22)) {
      let snapshot = try campaign.snapshot()
      _ = try Planner.planRound(
        22, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
        settings: MiniCampaign.settings)
    }
    var settings = MiniCampaign.settings
    settings.speedKMH = 0
    #expect(throws: PlanError.self) { try campaign.roundPlan(settings: settings) }
    campaign.facts.teams = []
    #expect(throws: PlanError.noTeams) { try campaign.roundPlan() }
  }
}
