import CampaignData
import Geo
import Testing

@testable import Inspection

/// The second day of a small round: what is kept, what gives way, what is told.
@Suite struct DayPlanTests {
  private let monday: CalendarDate
  private let tuesday: CalendarDate
  private var campaign = MiniCampaign(sites: 40)
  private var round: EarlierPlan

  init() throws {
    monday = try #require(CalendarDate("2018-12-24"))
    tuesday = monday + 1
    let plan = try campaign.roundPlan()
    round = EarlierPlan(plan, facts: campaign.facts)
    campaign.facts.visits = try #require(plan.teamDays.first).stops.map { stop in
      Visit(
        id: "V" + stop.id, siteID: stop.target.id, teamID: "T1", round: 14,
        visitedAt: stop.arrival, outcome: "none", knownAt: stop.arrival)
    }
  }

  private func plan(
    _ day: CalendarDate? = nil, stability: Double = 0.05, from earlier: EarlierPlan? = nil,
    _ disruptions: Disruptions = Disruptions()
  ) throws -> (plan: Plan, snapshot: Snapshot) {
    let day = day ?? tuesday
    var settings = MiniCampaign.settings
    settings.stability = stability
    let snapshot = try campaign.snapshot(asOf: Moment(day - 1, hour: 20))
    let context = PlanContext(earlier: earlier ?? round, disruptions: disruptions)
    let plan = try Planner.planDay(
      day, snapshot: snapshot, targets: Targeting.targets(of: snapshot), settings: settings,
      context: context)
    return (plan, snapshot)
  }

  private func kept(_ made: (plan: Plan, snapshot: Snapshot)) -> Double {
    let keeping = PlanKeeping(round, made.plan, facts: made.snapshot.facts)
    return Double(keeping.kept) / Double(keeping.remaining)
  }

  private func stops(_ plan: Plan, _ day: CalendarDate) -> [String] {
    plan.day(day).flatMap { $0.stops.map(\.target.id) }
  }

  /// Complaints of Monday about a site that the round's plan has nowhere.
  private mutating func complain() throws -> String {
    let planned = Set(round.stops.map(\.target))
    let site = try #require(
      campaign.facts.sites.firstIndex { !planned.contains($0.id) && $0.id.hasPrefix("S105") })
    campaign.facts.complaints = (0..<60).map { number in
      var complaint = campaign.complaint("C\(number)", north: 5, of: site, verified: true)
      complaint.receivedAt = Moment(monday, hour: 10)
      complaint.knownAt = complaint.receivedAt
      complaint.target = campaign.facts.sites[site].name
      return complaint
    }
    return campaign.facts.sites[site].id
  }

  @Test func `without new evidence all of a plan is kept`() throws {
    #expect(kept(try plan(stability: 1)) == 1)
  }

  @Test mutating func `new evidence finds its way into a plan that is kept otherwise`() throws {
    let site = try complain()
    let made = try plan()
    #expect(made.plan.teamDays.contains { $0.stops.contains { $0.target.id == site } })
    let share = kept(made)
    #expect(share > 0.9 && share < 1)
    #expect(made.plan.earlier == round.id)
    #expect(made.plan.coverage.allSatisfy { $0.gap == nil })
    #expect(made.plan.remarks.contains { if case .kept = $0 { true } else { false } })
  }

  @Test mutating func `the more a kept stop counts, the more are kept`() throws {
    _ = try complain()
    let shares = try [0, 0.05, 10].map { kept(try plan(stability: $0)) }
    #expect(shares[0] <= shares[1] && shares[1] <= shares[2])
    #expect(shares[2] == 1)
  }

  @Test mutating func `the same facts and the same plan before give the same plan`() throws {
    _ = try complain()
    #expect(try plan().plan == plan().plan)
  }

  @Test mutating func `a team that falls out leaves its ground to the others, until the end`()
    throws
  {
    campaign.facts.teams.append(
      Team(
        id: "T2", name: "石家庄2组", cityCode: "130100", countyCodes: ["130102"],
        base: Coordinate(114.6, 37.95), knownAt: MiniCampaign.known))
    round = EarlierPlan(try campaign.roundPlan(), facts: campaign.facts)
    var disruptions = Disruptions()
    disruptions.outages = [.init(team: "T2", from: tuesday)]
    let made = try plan(tuesday, disruptions)
    #expect(made.plan.teamDays.allSatisfy { $0.team == 0 || $0.stops.isEmpty })
    #expect(made.plan.coverage.allSatisfy { $0.team == 0 && $0.gap == nil })
    #expect(
      made.plan.remarks.contains { if case .handedOn("T2", _, ["T1"]) = $0 { true } else { false } }
    )
    let next = try plan(tuesday + 1, from: EarlierPlan(made.plan, facts: made.snapshot.facts))
    #expect(next.plan.disruptions.outages == disruptions.outages)
    #expect(next.plan.teamDays.allSatisfy { $0.team == 0 || $0.stops.isEmpty })
  }

  @Test func `where nobody is left, townships are named with the reason`() throws {
    var disruptions = Disruptions()
    disruptions.outages = [.init(team: "T1", from: tuesday)]
    let coverage = try plan(tuesday, disruptions).plan.coverage
    #expect(coverage.allSatisfy { $0.gap == ($0.visitsInRound > 0 ? nil : .teamOut) })
  }

  @Test func `a lost day has no stops, and what it had goes to other days`() throws {
    var disruptions = Disruptions()
    disruptions.lostDays = [.init(team: "T1", day: tuesday)]
    let made = try plan(tuesday, disruptions)
    #expect(stops(made.plan, tuesday).isEmpty)
    #expect(made.plan.coverage.allSatisfy { $0.gap == nil })
    #expect(kept(made) > 0.8)
  }

  @Test func `closed ground is not entered that day`() throws {
    let ground = MiniCampaign.square(column: 1, row: 1)
    var disruptions = Disruptions()
    disruptions.closures = [.init(name: "G5", day: tuesday, areas: [ground])]
    let index = try PolygonIndex([ground])
    let made = try plan(tuesday, disruptions)
    for stop in made.plan.day(tuesday).flatMap(\.stops) {
      #expect(index.locate(stop.target.position) == nil)
    }
    #expect(made.plan.coverage.allSatisfy { $0.gap == nil })
    let note = try #require(made.plan.inputs.first { $0.kind == .closed }).note
    #expect(ClosedGround(text: note)?.areas == [ground])
  }

  @Test func `a task is made on its day and marked, and stays in later plans`() throws {
    let planned = Set(round.stops.map(\.target))
    let site = try #require(campaign.facts.sites.first { !planned.contains($0.id) }).id
    var disruptions = Disruptions()
    disruptions.tasks = [
      ManualTask(site: site, note: "督办", day: tuesday),
      ManualTask(position: Coordinate(114.5, 38.0), note: "烟", day: tuesday),
    ]
    let made = try plan(tuesday, disruptions)
    let manual = made.plan.day(tuesday).flatMap(\.stops).filter { $0.basis == .manual }
    #expect(Set(manual.map(\.target.id)) == [site, "task:114.5,38.0"])
    #expect(manual.allSatisfy { $0.target.reasons.first?.key == "manual" })
    let next = try plan(tuesday + 1, from: EarlierPlan(made.plan, facts: made.snapshot.facts))
    #expect(stops(next.plan, tuesday + 1).contains(site))
    #expect(next.plan.disruptions.tasks.map(\.note) == ["督办", "烟"])
  }

  @Test func `a task in the plan already is moved to its day`() throws {
    let later = try #require(round.stops.last { $0.day == tuesday + 5 }).target
    var disruptions = Disruptions()
    disruptions.tasks = [ManualTask(site: later, day: tuesday)]
    let made = try plan(tuesday, disruptions)
    #expect(stops(made.plan, tuesday).contains(later))
    let all = made.plan.teamDays.flatMap { $0.stops.map(\.target.id) }
    #expect(Set(all).count == all.count)
  }

  @Test func `a task out of reach is told, and the rest is planned`() throws {
    var disruptions = Disruptions()
    disruptions.tasks = [ManualTask(position: Coordinate(100, 30), day: tuesday)]
    let plan = try plan(tuesday, disruptions).plan
    #expect(plan.remarks.contains(.taskMoved(target: "task:100.0,30.0", to: nil)))
    #expect(!stops(plan, tuesday).isEmpty)
  }

  @Test mutating func `a warning puts the emergency list first, in its city on its days`() throws {
    for index in campaign.facts.sites.indices where index % 40 >= 36 {
      campaign.facts.sites[index].ledger = "emergency"
    }
    campaign.facts.orders = [
      ProductionOrder(
        id: "O1", siteID: campaign.facts.sites[30].id, kind: "stop",
        startedAt: Moment(monday), knownAt: MiniCampaign.known)
    ]
    let emergency = Set(
      campaign.facts.sites.indices.filter { $0 % 40 >= 36 || $0 == 30 }
        .map { campaign.facts.sites[$0].id })
    let without = try plan()
    campaign.facts.warnings = [
      PollutionWarning(
        id: "W1", cityCode: "130100", level: "red", startedAt: Moment(tuesday),
        endedAt: Moment(tuesday, hour: 20), knownAt: MiniCampaign.known)
    ]
    let made = try plan()
    let visited = stops(made.plan, tuesday).count { emergency.contains($0) }
    #expect(visited > stops(without.plan, tuesday).count { emergency.contains($0) })
    #expect(visited >= 10)
    campaign.facts.warnings[0].level = "blue"
    #expect(try plan().plan.teamDays == without.plan.teamDays)
    campaign.facts.warnings[0].level = "red"
    campaign.facts.warnings[0].cityCode = "110000"
    #expect(try plan().plan.teamDays == without.plan.teamDays)
  }

  @Test mutating func `a warning turns days to the emergency list and back, lifted early too`()
    throws
  {
    for index in campaign.facts.sites.indices where index % 40 >= 20 {
      campaign.facts.sites[index].ledger = "emergency"
      campaign.facts.sites[index].status = "stopped"
    }
    let listed = Set(
      campaign.facts.sites.filter { $0.ledger == "emergency" }.map(\.id))
    func count(_ plan: Plan, _ day: CalendarDate) -> Int {
      stops(plan, day).count { listed.contains($0) }
    }
    let without = try plan().plan
    let warning = PollutionWarning(
      id: "W1", cityCode: "130100", level: "orange", startedAt: Moment(tuesday),
      endedAt: Moment(tuesday + 3), knownAt: Moment(monday, hour: 12))
    campaign.facts.warnings = [warning]
    let warned = try plan()
    for day in 0...2 {
      #expect(count(warned.plan, tuesday + day) > count(without, tuesday + day))
      // All but the only visits of townships.
      #expect(count(warned.plan, tuesday + day) >= 10)
    }
    // It ends at midnight: the next day is no warned one.
    #expect(count(warned.plan, tuesday + 3) <= count(without, tuesday + 3) + 2)

    // Lifted on Tuesday evening: Wednesday and Thursday turn back.
    let made = EarlierPlan(warned.plan, facts: campaign.facts)
    var lifted = warning
    lifted.endedAt = Moment(tuesday, hour: 20)
    lifted.knownAt = Moment(tuesday, hour: 19)
    campaign.facts.warnings = [lifted]
    campaign.facts.visits += try #require(warned.plan.day(tuesday).first).stops.map { stop in
      Visit(
        id: "V" + stop.id, siteID: stop.target.id, teamID: "T1", round: 14,
        visitedAt: stop.arrival, outcome: "none", knownAt: stop.arrival)
    }
    let back = try plan(tuesday + 1, from: made).plan
    for day in 1...2 {
      #expect(count(back, tuesday + day) < count(warned.plan, tuesday + day))
      #expect(count(back, tuesday + day) <= count(without, tuesday + day) + 3)
    }
    #expect(!back.remarks.contains { if case .urgent = $0 { true } else { false } })
  }

  @Test mutating func `a warning at night turns the next day, not the one that is over`() throws {
    let night = PollutionWarning(
      id: "W1", cityCode: "130100", level: "yellow", startedAt: Moment(tuesday, hour: 21),
      endedAt: Moment(tuesday + 1, hour: 7), knownAt: MiniCampaign.known)
    var facts = campaign.facts
    facts.warnings = [night]
    let days = tuesday...(tuesday + 5)
    #expect(
      EmergencySites(facts: facts, days: days, settings: MiniCampaign.settings).warnedDays.isEmpty)
    facts.warnings[0].endedAt = Moment(tuesday + 1, hour: 9)
    #expect(
      EmergencySites(facts: facts, days: days, settings: MiniCampaign.settings).warnedDays
        == ["130100": [tuesday + 1]])
  }

  @Test func `what there is not is refused`() throws {
    var disruptions = Disruptions()
    disruptions.outages = [.init(team: "T9", from: tuesday)]
    #expect(throws: PlanError.unknownTeam("T9")) { try plan(tuesday, disruptions) }
    disruptions = Disruptions()
    disruptions.lostDays = [.init(team: "T1", day: monday)]
    #expect(throws: PlanError.outsideRound("2018-12-24")) { try plan(tuesday, disruptions) }
    disruptions = Disruptions()
    disruptions.tasks = [ManualTask(site: "S9", day: tuesday)]
    #expect(throws: PlanError.unknownTask("S9")) { try plan(tuesday, disruptions) }
  }
}

extension DayPlanTests {
  private func plan(_ day: CalendarDate, _ disruptions: Disruptions) throws
    -> (plan: Plan, snapshot: Snapshot)
  {
    try plan(day, stability: 0.05, from: nil, disruptions)
  }

  @Test func `a visit taken out by hand is not made that day, and the record says so`() throws {
    let target = try #require(round.stops.first { $0.day == tuesday }).target
    var told = Disruptions()
    told.removals = [.init(target: target, day: tuesday, note: "停产")]
    let made = try plan(tuesday, told).plan
    #expect(!stops(made, tuesday).contains(target))
    #expect(made.inputs.contains(PlanInput(kind: .drop, subject: target, day: tuesday, note: "停产")))
    // Planned again the next day it may come back.
    let later = Disruptions(made.inputs, from: tuesday + 1)
    #expect(later.removals.isEmpty)
    #expect(Disruptions(made.inputs, from: tuesday).removals == told.removals)
    let change = PlanDifference(
      from: round, to: EarlierPlan(made, facts: campaign.facts), visited: [], evidence: { _ in [] }
    ).changes.first { $0.before?.target == target }
    #expect(change?.cause == .removed)
  }

  @Test mutating func `a visit given to another team by hand is made by it`() throws {
    var second = campaign.facts.teams[0]
    (second.id, second.name, second.base) = ("T2", "石家庄2组", Coordinate(114.6, 38.1))
    campaign.facts.teams.append(second)
    let before = try plan().plan
    let day = try #require(before.day(tuesday).first { !$0.stops.isEmpty })
    let target = try #require(day.stops.last).target.id
    let team = campaign.facts.teams[1 - day.team].id
    var told = Disruptions()
    told.tasks = [ManualTask(site: target, note: "顺路", day: tuesday, team: team)]
    let made = try plan(tuesday, told).plan
    let now = try #require(
      made.teamDays.first { $0.stops.contains { $0.target.id == target } })
    #expect(campaign.facts.teams[now.team].id == team && now.date == tuesday)
    #expect(now.stops.first { $0.target.id == target }?.basis == .manual)
    // The record gives the same back, and a team that there is not is told.
    #expect(Disruptions(made.inputs)?.tasks == told.tasks)
    told.tasks[0].team = "T9"
    #expect(throws: PlanError.unknownTeam("T9")) { try plan(tuesday, told) }
  }

  @Test func `of what two plans were told about a target the later holds`() {
    var earlier = Disruptions()
    earlier.tasks = [ManualTask(site: "S1", day: tuesday)]
    earlier.removals = [.init(target: "S2", day: tuesday)]
    var later = Disruptions()
    later.removals = [.init(target: "S1", day: tuesday)]
    later.tasks = [ManualTask(site: "S2", day: tuesday)]
    #expect(later.joined(with: earlier) == later)
  }
}
