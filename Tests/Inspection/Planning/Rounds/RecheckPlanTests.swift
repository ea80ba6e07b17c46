import CampaignData
import Geo
import Testing

@testable import Inspection

/// Verification in plans: round 15 begins with the week after rounds 13 and 14.
@Suite struct RecheckPlanTests {
  static let eve = Moment(day(2019, 1, 6), hour: 18)
  static let week = day(2019, 1, 7)...day(2019, 1, 13)

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSince1970: 0)
  }

  /// Problems handed over a month before at some sites, with a deadline that has passed.
  static func campaign(problemsAt sites: [Int], columns: Int = 4) -> MiniCampaign {
    var mini = MiniCampaign(columns: columns, rows: 3, sites: 9)
    let found = Moment(day(2018, 12, 3), hour: 10)
    for site in sites {
      let id = mini.facts.sites[site].id
      mini.facts.visits.append(
        Visit(
          id: "v-\(id)", siteID: id, teamID: "T1", round: 12, visitedAt: found, outcome: "problem",
          knownAt: found))
      mini.facts.problems.append(
        FoundProblem(
          id: "p-\(id)", visitID: "v-\(id)", type: "dust", severity: "general",
          state: "handed_over", handedOverAt: found, deadline: day(2018, 12, 18), knownAt: found))
    }
    return mini
  }

  static func plan(
    _ mini: MiniCampaign, round: Int = 15, asOf moment: Moment = eve,
    share: Double = 0.5, randomShare: Double = 0
  ) throws -> Plan {
    let snapshot = try mini.snapshot(asOf: moment)
    var settings = MiniCampaign.settings
    settings.rechecks.share = share
    settings.randomShare = randomShare
    return try Planner.planRound(
      round, snapshot: snapshot, targets: Targeting.targets(of: snapshot), settings: settings)
  }

  static func verified(_ plan: Plan) -> [(day: CalendarDate, id: String)] {
    plan.teamDays.flatMap { day in
      day.stops.filter { $0.basis == .recheck }.map { (day.date, $0.target.id) }
    }
  }

  @Test func `due problems become stops of the week of verification that name them`() throws {
    let mini = Self.campaign(problemsAt: [0, 30, 60, 107])
    let plan = try Self.plan(mini)
    let stops = plan.teamDays.flatMap { day in day.stops.map { (day.date, $0) } }
      .filter { $0.1.basis == .recheck }
    #expect(Set(stops.map(\.1.target.id)) == Set([0, 30, 60, 107].map { mini.facts.sites[$0].id }))
    #expect(stops.allSatisfy { Self.week.contains($0.0) })
    let reason = try #require(stops.first?.1.target.reasons.first)
    #expect(reason.key == "recheck")
    let id = try #require(stops.first?.1.target.id)
    #expect(reason.zh == "核查问题 p-\(id)，扬尘管控不到位，整改期限 2018-12-18，已交办")
    #expect(
      reason.en == "verify problem p-\(id), dust not controlled, due 2018-12-18, handed over")
    #expect(plan.remarks.contains(.rechecks(planned: 4, of: 4, withoutPlace: 0)))
    #expect(plan.coverage.allSatisfy { $0.gap == nil })
  }

  @Test func `outside the weeks of verification nothing is required`() throws {
    let mini = Self.campaign(problemsAt: [0, 30, 60, 107])
    let plan = try Self.plan(mini, round: 14, asOf: MiniCampaign.now)
    #expect(Self.verified(plan).isEmpty)
    var without = mini
    without.facts.problems = []
    let other = try Self.plan(without, round: 14, asOf: MiniCampaign.now)
    #expect(plan.teamDays == other.teamDays)
  }

  @Test func `no more than the share of each day is verified, and what does not fit is told`()
    throws
  {
    let mini = Self.campaign(problemsAt: Array(0..<108))
    let plan = try Self.plan(mini, share: 0.25)
    let found = Dictionary(grouping: Self.verified(plan), by: \.day)
    for (day, stops) in found where Self.week.contains(day) {
      let limit = day == Self.week.lowerBound ? 8 : 12
      #expect(stops.count >= limit / 4)
    }
    let required = try requiredCount(mini, share: 0.25)
    #expect(required == 2 + 6 * 3)
    #expect(plan.coverage.allSatisfy { $0.gap == nil })
    let none = try Self.plan(mini, share: 0)
    #expect(Self.verified(none).isEmpty)
  }

  /// How many targets are required of a single team.
  private func requiredCount(_ mini: MiniCampaign, share: Double) throws -> Int {
    let snapshot = try mini.snapshot(asOf: Self.eve)
    var settings = MiniCampaign.settings
    settings.rechecks.share = share
    let planning = try Planner.planning(
      15, from: nil, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
      settings: settings, context: PlanContext())
    let due = planning.rechecks.due
    #expect(due.count == 108)
    let orders = try OrderAssignment(
      snapshot: snapshot, targets: planning.targets, areas: planning.areas(unable: []),
      force: TeamForce(
        facts: snapshot.facts, settings: settings, disruptions: Disruptions(), days: planning.days,
        scope: PhaseScope(of: planning.round)),
      days: planning.days, visited: [], disruptions: Disruptions(), earlier: nil, draw: nil,
      rechecks: planning.rechecks, settings: settings)
    let round = TeamRound(
      team: 0, round: planning.round, days: planning.days,
      townships: Array(snapshot.facts.townships.indices), candidates: orders.candidates[0],
      targets: planning.targets, facts: snapshot.facts, settings: settings,
      visitsInRound: [Int](repeating: 0, count: snapshot.facts.townships.count), overdue: [],
      orders: orders.orders[0], quotas: [],
      inclusion: [Double](repeating: 0, count: planning.targets.count), roads: nil)
    var problem = try round.problem()
    try TeamRechecks(orders: orders.orders[0], settings: settings, seed: 1).require(in: &problem)
    for (day, route) in problem.verifying.enumerated() {
      #expect(route.count <= Int((share * Double(problem.limits[day])).rounded()))
    }
    return problem.tasks.count
  }

  @Test func `problems near each other go on one day`() throws {
    // Two clusters of six, far apart: each fits half a day.
    let west = Array(0..<6)
    let east = Array(99..<105)
    let plan = try Self.plan(Self.campaign(problemsAt: west + east))
    let mini = MiniCampaign(columns: 4, rows: 3, sites: 9)
    let days = Dictionary(
      Self.verified(plan).map { ($0.id, $0.day) }, uniquingKeysWith: { first, _ in first })
    #expect(Set(west.map { days[mini.facts.sites[$0].id] }).count <= 2)
    #expect(Set(east.map { days[mini.facts.sites[$0].id] }).count <= 2)
    #expect(days.count == 12)
  }

  @Test func `a deadline within the week is kept, and one after it waits`() throws {
    var mini = Self.campaign(problemsAt: [0, 1])
    mini.facts.problems[0].deadline = Self.day(2019, 1, 10)
    mini.facts.problems[1].deadline = Self.day(2019, 1, 13)
    let verified = Self.verified(try Self.plan(mini))
    let first = verified.filter { $0.id == mini.facts.sites[0].id }
    #expect(first.count == 1 && first.allSatisfy { $0.day >= Self.day(2019, 1, 11) })
    #expect(!verified.contains { Self.week.contains($0.day) && $0.id == mini.facts.sites[1].id })
  }

  @Test func `what a verification settled is not visited for it again`() throws {
    var mini = Self.campaign(problemsAt: [0, 1, 2, 3, 4])
    let seen = Moment(Self.day(2018, 12, 30), hour: 9)
    for (site, result) in ["done", "false", "partly"].enumerated() {
      mini.facts.rechecks.append(
        Recheck(
          problemID: mini.facts.problems[site].id, visitedAt: seen, result: result, knownAt: seen))
    }
    mini.facts.problems[3].state = "open"
    let ids = Set(Self.verified(try Self.plan(mini)).map(\.id))
    #expect(ids == [mini.facts.sites[2].id, mini.facts.sites[4].id])
  }

  @Test func `the draw does not know of verification`() throws {
    let mini = Self.campaign(problemsAt: Array(0..<40))
    var without = mini
    without.facts.problems = []
    let (plan, other) = (
      try Self.plan(mini, randomShare: 0.2), try Self.plan(without, randomShare: 0.2)
    )
    #expect(plan.draw == other.draw)
    let drawn = Set(plan.draw?.sites.map(\.siteID) ?? [])
    #expect(!drawn.isEmpty)
    for day in plan.teamDays {
      for stop in day.stops where drawn.contains(stop.target.id) { #expect(stop.basis == .random) }
    }
    #expect(plan.response?.unplaced == 0)
  }

  @Test func `settled complaints are checked, a few a team`() throws {
    var mini = Self.campaign(problemsAt: [])
    let place = MiniCampaign.place(column: 3, row: 2, part: 4)
    for number in 0..<5 {
      let received = Moment(Self.day(2018, 12, 10), hour: 9)
      let position = Coordinate(place.x + 0.002 * Double(number), place.y + 0.003)
      mini.facts.complaints.append(
        Complaint(
          id: "c\(number)", receivedAt: received, position: position,
          closedAt: Moment(Self.day(2018, 12, 20 + number), hour: 9), knownAt: received))
    }
    mini.facts.complaints[0].verified = true
    let plan = try Self.plan(mini)
    let ids = Self.verified(plan).map(\.id).sorted()
    #expect(ids == ["recheck:complaint:c1", "recheck:complaint:c2"])
    #expect(plan.remarks.contains(.rechecks(planned: 2, of: 2, withoutPlace: 0)))
  }

  @Test func `a day plan keeps the days of the round's plan`() throws {
    let mini = Self.campaign(problemsAt: [0, 13, 26, 39, 52, 65, 78, 91, 104])
    let snapshot = try mini.snapshot(asOf: Self.eve)
    let targets = try Targeting.targets(of: snapshot)
    let round = try Planner.planRound(
      15, snapshot: snapshot, targets: targets, settings: MiniCampaign.settings)
    let later = try mini.snapshot(asOf: Moment(Self.week.lowerBound, hour: 19))
    let day = try Planner.planDay(
      Self.week.lowerBound, snapshot: later, targets: Targeting.targets(of: later),
      settings: MiniCampaign.settings,
      context: PlanContext(earlier: EarlierPlan(round, facts: snapshot.facts)))
    let before = Self.verified(round).map { "\($0.day) \($0.id)" }.sorted()
    #expect(Self.verified(day).map { "\($0.day) \($0.id)" }.sorted() == before)
    #expect(before.count == 9)
  }
}
