import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct SavedPlanTests {
  private let folder: WorkspaceFolder
  private let workspace: Workspace
  private let snapshot: Snapshot
  private let days: ClosedRange<CalendarDate>
  private let morning: Moment

  init() throws {
    folder = try WorkspaceFolder()
    workspace = try folder.workspace()
    days = try #require(CampaignData.rounds.round(14)).days
    morning = Moment(days.lowerBound, hour: 8)
    var facts = Facts()
    let noon = morning
    facts.teams = ["T1", "T2"].map {
      Team(
        id: $0, name: $0, cityCode: "130100", countyCodes: [], base: Coordinate(114.5, 38),
        knownAt: noon)
    }
    snapshot = try Snapshot(asOf: morning, facts: facts)
  }

  private func stop(_ order: Int, at site: String, on date: CalendarDate) -> Stop {
    let reasons = [
      Reason(key: "alert", logOdds: 1, zh: "预警 2018-11; 同比", en: "alert of 2018-11"),
      Reason(key: "complaints", logOdds: 0.5, zh: "投诉 3 件", en: "3 complaints"),
    ]
    let target = Target(
      id: site, kind: .site, name: "砖厂 \(site)", position: Coordinate(114.6, 38.1),
      township: -1, cellID: "E0001N0001", chance: 0.25, reasons: reasons)
    return Stop(
      id: "14-\(date)-\(site)-\(order)", order: order, target: target, basis: .coverage,
      arrival: Moment(date, hour: 9, minute: order))
  }

  private func plan(
    from first: CalendarDate, asOf moment: Moment, sites: [String] = ["a", "b"]
  ) -> Plan {
    let teamDays = [0, 1].map { team in
      TeamDay(
        team: team, date: first,
        stops: sites.enumerated().map { stop($0 + 1, at: "\($1)\(team)", on: first) },
        distance: 1000, duration: 3600, departure: Moment(first, hour: 8))
    }
    return Plan(
      round: 14, days: first...days.upperBound, madeAsOf: moment, seedCommitment: "00ff",
      settingsHash: "abcd", teamDays: teamDays, coverage: [])
  }

  @Test func `a saved plan's stops come back by day and team`() throws {
    let date = days.lowerBound
    let saving = try workspace.save(plan(from: date, asOf: morning), of: snapshot)
    #expect(saving == .saved(id: plan(from: date, asOf: morning).identifier))
    let stops = try workspace.stops(of: date)
    #expect(stops.map(\.siteID) == ["a0", "b0", "a1", "b1"])
    #expect(try workspace.stops(of: date, team: "T2").map(\.siteID) == ["a1", "b1"])
    #expect(try workspace.stops(of: date + 1).isEmpty)
    let stop = try #require(stops.first)
    #expect(stop.name == "砖厂 a0")
    #expect(stop.arrival == Moment(date, hour: 9, minute: 1))
    #expect(stop.reasons.map(\.zh) == ["预警 2018-11, 同比", "投诉 3 件"])
    #expect(stop.reasons.map(\.en) == ["alert of 2018-11", "3 complaints"])
    #expect(stop.basis == .coverage && stop.chance == 0.25 && stop.townshipCode == nil)
  }

  @Test func `the same plan is kept once`() throws {
    let plan = plan(from: days.lowerBound, asOf: morning)
    try workspace.save(plan, of: snapshot)
    #expect(try workspace.save(plan, of: snapshot) == .same(id: plan.identifier))
    #expect(try workspace.stops(of: days.lowerBound).count == 4)
  }

  @Test func `a plan that rests on later facts takes over`() throws {
    let date = days.lowerBound
    let second = plan(from: date, asOf: morning.adding(seconds: 3600), sites: ["c"])
    try workspace.save(second, of: snapshot)
    try workspace.save(plan(from: date, asOf: morning), of: snapshot)
    #expect(try workspace.stops(of: date).map(\.siteID) == ["c0", "c1"])
  }

  @Test func `a later plan that leaves a day empty takes over too`() throws {
    let date = days.lowerBound
    try workspace.save(plan(from: date, asOf: morning), of: snapshot)
    var lost = plan(from: date, asOf: morning.adding(seconds: 60), sites: [])
    lost.isDayPlan = true
    try workspace.save(lost, of: snapshot)
    #expect(try workspace.stops(of: date).isEmpty)
  }

  @Test func `what a plan was told comes back with its stops`() throws {
    var told = plan(from: days.lowerBound + 1, asOf: morning)
    told.earlier = "R14-0"
    told.disruptions.outages = [.init(team: "T2", from: days.lowerBound + 1)]
    told.disruptions.tasks = [ManualTask(site: "a0", note: "督办", day: days.lowerBound + 1)]
    try workspace.save(told, of: snapshot)
    let saved = try #require(try workspace.plans().first)
    #expect(saved.id == told.identifier && saved.day == days.lowerBound + 1)
    let plan = try workspace.earlierPlan(saved)
    #expect(plan == EarlierPlan(told, facts: snapshot.facts))
    #expect(plan.inputs.map(\.kind) == [.earlier, .out, .task])
    #expect(told.identifier != self.plan(from: days.lowerBound + 1, asOf: morning).identifier)
  }

  @Test func `a workspace of before plans were told anything takes them too`() throws {
    var writer = try VectorWriter(updating: workspace.folder + "/workspace.gpkg")
    try writer.execute(sql: "DROP TABLE plan_inputs")
    try writer.close()
    var told = plan(from: days.lowerBound, asOf: morning)
    told.earlier = "R14-0"
    let saved = { try #require(try workspace.plans().first) }
    try workspace.save(told, of: snapshot)
    #expect(try workspace.earlierPlan(saved()).inputs.map(\.subject) == ["R14-0"])
  }

  @Test func `a day starts from the newest plan that is no plan of the same day and moment`() throws
  {
    let (first, second) = (days.lowerBound, days.lowerBound + 1)
    let evening = morning.adding(seconds: 12 * 3600)
    #expect(try workspace.planBefore(second, inRound: 14, asOf: evening) == nil)
    let whole = plan(from: first, asOf: morning)
    var day = plan(from: first, asOf: morning, sites: ["c"])
    day.isDayPlan = true
    let next = plan(from: second, asOf: evening)
    for plan in [whole, day, next] { try workspace.save(plan, of: snapshot) }
    func before(_ date: CalendarDate, _ moment: Moment) throws -> String? {
      try workspace.planBefore(date, inRound: 14, asOf: moment)?.id
    }
    #expect(try before(first, morning) == whole.identifier)
    #expect(try before(second, evening) == day.identifier)
    #expect(try before(second, evening.adding(seconds: 1)) == next.identifier)
    #expect(try before(second + 1, evening) == next.identifier)
    #expect(try workspace.planBefore(second, inRound: 15, asOf: evening) == nil)
    #expect(try workspace.lastPlan(ofRound: 14, asOf: evening)?.id == next.identifier)
    #expect(try workspace.lastPlan(ofRound: 14, asOf: morning)?.id == day.identifier)
    #expect(try workspace.plan(startingOn: second)?.id == next.identifier)
  }

  @Test func `a plan's identifier names the round, and the day of a re-plan`() {
    let whole = plan(from: days.lowerBound, asOf: morning).identifier
    #expect(whole.hasPrefix("R14-") && whole.count == 16)
    let rest = plan(from: days.lowerBound + 2, asOf: morning).identifier
    #expect(rest.hasPrefix("R14-2018-12-26-"))
    #expect(plan(from: days.lowerBound, asOf: morning.adding(seconds: 1)).identifier != whole)
  }

  private func draw(_ sites: [String], asOf moment: Moment) -> RoundDraw {
    RoundDraw(
      round: 14, drawnAsOf: moment,
      sites: sites.map { DrawnSite(siteID: $0, teamID: "T1", probability: 0.125) })
  }

  @Test func `a draw is kept with its plan and taken over by those that start from it`() throws {
    let (first, second) = (days.lowerBound, days.lowerBound + 1)
    var whole = plan(from: first, asOf: morning)
    whole.draw = draw(["b0", "a0"], asOf: morning)
    whole.teamDays[0].stops[0].inclusionProbability = 0.125
    try workspace.save(whole, of: snapshot)
    #expect(try workspace.stops(of: first).map(\.inclusionProbability) == [0.125, nil, nil, nil])
    func taken(_ day: CalendarDate, _ moment: Moment, from plan: String?) throws -> RoundDraw? {
      try workspace.draw(ofRound: 14, for: day, asOf: moment, startingFrom: plan)
    }
    let kept = try #require(try taken(second, morning, from: whole.identifier))
    #expect(kept.planID == whole.identifier && kept.sites == whole.draw?.sites)
    #expect(kept.drawnAsOf == morning)

    var next = plan(from: second, asOf: morning.adding(seconds: 3600))
    (next.draw, next.earlier) = (kept, whole.identifier)
    try workspace.save(next, of: snapshot)
    var other = plan(from: first, asOf: morning.adding(seconds: 60), sites: ["c"])
    other.draw = draw(["c0"], asOf: morning.adding(seconds: 60))
    try workspace.save(other, of: snapshot)
    let later = morning.adding(seconds: 7200)
    #expect(try taken(second + 1, later, from: next.identifier) == kept)
    #expect(try taken(second + 1, later, from: nil)?.planID == other.identifier)
    #expect(try workspace.draw(ofRound: 14, asOf: morning) == kept)
    #expect(try workspace.draw(ofRound: 15, asOf: later) == nil)
    #expect(next.identifier != plan(from: second, asOf: morning.adding(seconds: 3600)).identifier)
  }

  @Test func `a day drawn for itself and planned again draws again`() throws {
    var day = plan(from: days.lowerBound + 2, asOf: morning)
    day.isDayPlan = true
    day.draw = draw(["a0"], asOf: morning)
    try workspace.save(day, of: snapshot)
    #expect(
      try workspace.draw(
        ofRound: 14, for: days.lowerBound + 2, asOf: morning, startingFrom: nil) == nil)
    #expect(
      try workspace.draw(
        ofRound: 14, for: days.lowerBound + 3, asOf: morning, startingFrom: nil)?.sites.count == 1)
  }

  @Test func `a workspace of before plans drew takes them too`() throws {
    var writer = try VectorWriter(updating: workspace.folder + "/workspace.gpkg")
    try writer.execute(sql: "DROP TABLE draws")
    try writer.close()
    #expect(try workspace.draw(ofRound: 14, asOf: morning) == nil)
    var whole = plan(from: days.lowerBound, asOf: morning)
    whole.draw = draw(["a0"], asOf: morning)
    try workspace.save(whole, of: snapshot)
    #expect(try workspace.draw(ofRound: 14, asOf: morning)?.sites.count == 1)
  }
}
