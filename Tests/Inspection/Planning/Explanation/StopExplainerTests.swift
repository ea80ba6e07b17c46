import CampaignData
import Geo
import Testing

@testable import Inspection

/// What would be there without what a stop rests on, against the whole plan made from what is left.
@Suite struct StopExplainerTests {
  private let monday: CalendarDate
  private var campaign = MiniCampaign(sites: 20)
  private var settings = MiniCampaign.settings

  /// Two teams, and evidence of every kind.
  init() throws {
    monday = try #require(CalendarDate("2018-12-24"))
    settings.iterations = 20
    settings.stability = 0.05
    campaign.facts.teams.append(
      Team(
        id: "T2", name: "石家庄2组", cityCode: "130100", countyCodes: ["130102"], dailyVisits: 5,
        base: Coordinate(114.68, 37.95), knownAt: MiniCampaign.known))
    campaign.facts.teams[0].dailyVisits = 6
    try addAlerts()
    campaign.facts.complaints = (0..<40).map { number in
      campaign.complaint("C\(100 + number)", north: 40, of: 6 * number, daysAgo: 1 + number)
    }
    campaign.facts.complaints[3].target = campaign.facts.sites[21].name
    campaign.facts.complaints += (0..<3).map {
      campaign.complaint("C20\($0)", north: 4000, of: 14 + 31 * $0)
    }
    campaign.facts.anomalies = [0, 21, 21, 50].enumerated().map { number, site in
      PowerAnomaly(
        id: "P\(number)", siteID: campaign.facts.sites[site].id, rule: "ordered_stop",
        startedAt: MiniCampaign.known, severity: 1 - 0.2 * Double(number),
        knownAt: MiniCampaign.known)
    }
    campaign.facts.visits = (0..<30).map { number in
      Visit(
        id: "V\(100 + number)", siteID: campaign.facts.sites[5 * number].id, teamID: "T1",
        round: 13, visitedAt: Moment(monday - 5, hour: 9),
        outcome: number.isMultiple(of: 3) ? "none" : "problem",
        knownAt: Moment(monday - 5, hour: 20))
    }
    for number in stride(from: 1, to: 240, by: 11) {
      campaign.facts.sites[number].ledger = nil
      campaign.facts.sites[number].industry = "glass"
    }
  }

  /// Hot cells with alerts at some sites.
  private mutating func addAlerts() throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    var seen: Set<String> = []
    for number in [0, 80, 160, 220] {
      let place = EqualAreaGrid().cell(
        at: try transformer.transform(campaign.facts.sites[number].position))
      guard seen.insert(place.description).inserted else { continue }
      campaign.facts.cells.append(
        Cell(
          id: place.description, place: place, cityCodes: ["130100"], isHot: true,
          knownAt: MiniCampaign.known))
      campaign.facts.alerts += (1...2).map {
        Alert(
          id: "A\(number)-\($0)", cellID: place.description, period: "2018-1\($0)",
          reason: "year_on_year", issuedAt: Moment(monday - 20 * $0, hour: 8),
          knownAt: Moment(monday - 20 * $0, hour: 8))
      }
    }
    campaign.facts.cells.sort { $0.id < $1.id }
  }

  private func whole(
    _ facts: Facts, from day: CalendarDate? = nil, asOf moment: Moment = MiniCampaign.now,
    _ context: PlanContext = PlanContext()
  ) throws -> (plan: Plan, targets: TargetList, rows: [EarlierPlan.Stop]) {
    let snapshot = try Snapshot(asOf: moment, facts: facts)
    let targets = try Targeting.targets(of: snapshot)
    let plan =
      if let day {
        try Planner.planDay(
          day, snapshot: snapshot, targets: targets, settings: settings, context: context)
      } else {
        try Planner.planRound(
          14, snapshot: snapshot, targets: targets, settings: settings, context: context)
      }
    return (plan, targets, EarlierPlan(plan, facts: snapshot.facts).stops)
  }

  private func explainer(
    _ team: String, from day: CalendarDate? = nil, asOf moment: Moment = MiniCampaign.now,
    _ context: PlanContext = PlanContext()
  ) throws -> StopExplainer {
    let snapshot = try Snapshot(asOf: moment, facts: campaign.facts)
    return try StopExplainer(
      team: team, inRound: 14, from: day, snapshot: snapshot,
      targets: Targeting.targets(of: snapshot), settings: settings, context: context)
  }

  /// Every answer about a stop is the comparison of two whole plans.
  private func check(
    _ explanation: StopExplanation, _ now: [EarlierPlan.Stop],
    then: (StopSupport) throws -> (plan: Plan, targets: TargetList, rows: [EarlierPlan.Stop])?
  ) throws -> Int {
    let row = explanation.row
    var checked = 0
    for other in explanation.without {
      guard let made = try then(other.support) else { continue }
      let place = made.targets.index(of: row.target)
      let expected = Counterfactual(
        support: other.support, chance: place.map { made.targets.chances[$0] }, of: row,
        now: now.filter { $0.team == row.team }, then: made.rows.filter { $0.team == row.team })
      #expect(other == expected, "\(row.target) without \(other.support)")
      checked += 1
    }
    return checked
  }

  @Test func `a team planned alone is as the whole plan has it`() throws {
    let snapshot = try campaign.snapshot()
    let targets = try Targeting.targets(of: snapshot)
    var disruptions = Disruptions()
    disruptions.lostDays = [.init(team: "T1", day: monday + 2)]
    disruptions.tasks = [
      ManualTask(site: "S103-7", note: "烟", day: monday + 3),
      ManualTask(position: Coordinate(114.5, 38.0), day: monday + 4),
    ]
    let first = try whole(campaign.facts)
    let contexts = [
      PlanContext(), PlanContext(disruptions: disruptions),
      PlanContext(
        earlier: EarlierPlan(first.plan, facts: campaign.facts), disruptions: disruptions),
    ]
    for (day, context) in zip([nil, nil, monday + 1], contexts) {
      let plan = try whole(campaign.facts, from: day, context).plan
      for (index, team) in snapshot.facts.teams.enumerated() {
        let alone = try Planner.planTeam(
          team.id, inRound: 14, from: day, snapshot: snapshot, targets: targets,
          settings: settings, context: context)
        #expect(alone == plan.teamDays.filter { $0.team == index })
        #expect(alone.contains { !$0.stops.isEmpty })
      }
    }
  }

  @Test func `without a reason is as with its rows deleted`() throws {
    var kinds: Set<FactTable> = []
    var gone = 0
    for team in ["T1", "T2"] {
      let explainer = try explainer(team)
      let now = try whole(campaign.facts).rows
      #expect(explainer.rows == now.filter { $0.team == team })
      for row in explainer.rows.filter({ $0.day == monday }) {
        let explanation = try #require(try explainer.explanation(of: row.order, on: row.day))
        _ = try check(explanation, now) { support in
          guard case .reason(let reason) = support, let table = reason.table, table != .sites
          else { return nil }
          var facts = campaign.facts
          let ids = Set(reason.factIDs)
          #expect(!ids.isEmpty)
          facts.alerts.removeAll { table == .alerts && ids.contains($0.id) }
          facts.complaints.removeAll { table == .complaints && ids.contains($0.id) }
          facts.anomalies.removeAll { table == .anomalies && ids.contains($0.id) }
          facts.visits.removeAll { table == .visits && ids.contains($0.id) }
          for cell in facts.cells.indices
          where table == .cells && ids.contains(facts.cells[cell].id) {
            facts.cells[cell].isHot = false
          }
          kinds.insert(table)
          return try whole(facts)
        }
        gone += explanation.without.count { $0.stop == nil }
        for other in explanation.without {
          guard case .reason(let reason) = other.support, let chance = other.chance else {
            continue
          }
          #expect(chance == reason.chanceWithout)
        }
      }
    }
    #expect(kinds == [.alerts, .complaints, .anomalies, .visits, .cells])
    #expect(gone > 3)
  }

  @Test func `without what a record says is as if it did not say so`() throws {
    let now = try whole(campaign.facts).rows
    var checked = 0
    let explainer = try explainer("T1")
    for row in explainer.rows where checked < 4 {
      guard let site = campaign.facts.sites.firstIndex(where: { $0.id == row.target }),
        campaign.facts.sites[site].ledger == nil,
        let explanation = try explainer.explanation(of: row.order, on: row.day)
      else { continue }
      checked += try check(explanation, now) { support in
        var facts = campaign.facts
        switch support.key {
        case "off_list": facts.sites[site].ledger = "boilers"
        case "industry_glass": facts.sites[site].industry = nil
        default: return nil
        }
        return try whole(facts)
      }
    }
    #expect(checked >= 4)
  }

  @Test func `without all reasons a place is one that nothing is known of`() throws {
    let explainer = try explainer("T1")
    let row = try #require(explainer.rows.first { $0.basis == .risk && $0.target.hasPrefix("S") })
    let explanation = try #require(try explainer.explanation(of: row.order, on: row.day))
    let last = try #require(explanation.without.last)
    #expect(last.support == .allReasons)
    #expect(last.chance == explanation.baseChance && last.stop == nil)
    #expect(!last.gains.isEmpty)
  }

  @Test mutating func `without its need of a visit a township is as one visited already`() throws {
    for team in campaign.facts.teams.indices { campaign.facts.teams[team].dailyVisits = 1 }
    let now = try whole(campaign.facts).rows
    var checked = 0
    var gone = 0
    for team in ["T1", "T2"] {
      let explainer = try explainer(team)
      for row in explainer.rows.filter({ $0.basis == .coverage }).prefix(3) {
        let explanation = try #require(try explainer.explanation(of: row.order, on: row.day))
        checked += try check(explanation, now) { support in
          guard support == .township else { return nil }
          var facts = campaign.facts
          facts.visits.append(
            Visit(
              id: "V999", siteID: "elsewhere", teamID: team, round: 14,
              visitedAt: MiniCampaign.now, outcome: "none", position: row.position,
              knownAt: MiniCampaign.now))
          return try whole(facts)
        }
        gone += explanation.without.count { $0.support == .township && $0.stop == nil }
      }
      #expect(try explainer.explanation(of: 99, on: monday) == nil)
    }
    #expect(checked > 1 && gone > 0)
  }

  @Test func `a visit added by hand is not made without the task, by whatever plan it came`() throws
  {
    let first = try whole(campaign.facts)
    var disruptions = Disruptions()
    disruptions.tasks = [
      ManualTask(site: "S103-7", note: "烟", day: monday + 3),
      ManualTask(position: Coordinate(114.5, 38.0), day: monday + 4),
    ]
    let told = EarlierPlan(first.plan, facts: campaign.facts)
    let context = PlanContext(earlier: told, disruptions: disruptions)
    let now = try whole(campaign.facts, from: monday + 1, context).rows
    for (task, id) in [(0, "S103-7"), (1, "task:114.5,38.0")] {
      let row = try #require(now.first { $0.target == id })
      let explainer = try explainer(row.team, from: monday + 1, context)
      let explanation = try #require(try explainer.explanation(of: row.order, on: row.day))
      #expect(explanation.en == (task == 0 ? "added by hand: 烟" : "added by hand"))
      let checked = try check(explanation, now) { support in
        guard support == .task else { return nil }
        var other = context
        other.disruptions.tasks.remove(at: task)
        return try whole(campaign.facts, from: monday + 1, other)
      }
      #expect(checked == 1)
    }
  }

  @Test mutating func `what a warning puts first goes without it`() throws {
    campaign.facts.sites[43].ledger = "emergency"
    campaign.facts.warnings = [
      PollutionWarning(
        id: "W1", cityCode: "130100", level: "orange", startedAt: Moment(monday, hour: 0),
        endedAt: nil, knownAt: MiniCampaign.known)
    ]
    for team in campaign.facts.teams.indices { campaign.facts.teams[team].dailyVisits = 1 }
    let now = try whole(campaign.facts).rows
    let row = try #require(now.first { $0.target == campaign.facts.sites[43].id })
    let explanation = try #require(
      try explainer(row.team).explanation(of: row.order, on: row.day))
    let checked = try check(explanation, now) { support in
      guard support == .warnings(["W1"]) else { return nil }
      var facts = campaign.facts
      facts.warnings = []
      return try whole(facts)
    }
    #expect(checked == 1)
    let other = try #require(explanation.without.first { $0.support == .warnings(["W1"]) })
    #expect(other.stop == nil && !other.gains.isEmpty)
  }

  @Test mutating func `what only the plan before holds goes without it`() throws {
    settings.stability = 0.05
    let first = try whole(campaign.facts)
    // By now nothing is known of any place: only the plan before tells them apart.
    campaign.facts.complaints = []
    campaign.facts.alerts = []
    campaign.facts.anomalies = []
    let context = PlanContext(earlier: EarlierPlan(first.plan, facts: campaign.facts))
    let now = try whole(campaign.facts, from: monday + 1, context).rows
    let explainer = try explainer("T1", from: monday + 1, context)
    var gone = 0
    for row in explainer.rows.prefix(6) {
      let explanation = try #require(try explainer.explanation(of: row.order, on: row.day))
      _ = try check(explanation, now) { support in
        guard support.key == "earlier_plan" else { return nil }
        var other = context
        other.earlier?.stops.removeAll { $0.target == row.target }
        return try whole(campaign.facts, from: monday + 1, other)
      }
      gone += explanation.without.count {
        $0.support.key == "earlier_plan" && $0.stop?.day != row.day
      }
    }
    #expect(gone > 0)
  }
}
