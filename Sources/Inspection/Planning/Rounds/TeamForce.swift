import CampaignData
import Geo

/// Which teams can work on which days.
struct TeamForce: Sendable {
  /// Teams whose ground others take over: out, without a base, or without visits.
  let unable: Set<Int>
  /// Those of them whose city the round's phase leaves out: nobody takes their ground over.
  let outsidePhase: Set<Int>
  /// For every team: the days that it loses.
  let lostDays: [Set<CalendarDate>]
  /// What is out of the ordinary.
  let remarks: [PlanRemark]

  init(
    facts: Facts, settings: PlanSettings, disruptions: Disruptions,
    days: ClosedRange<CalendarDate>, scope: PhaseScope
  ) {
    outsidePhase = Set(
      facts.teams.indices.filter { !scope.includes(city: facts.teams[$0].cityCode) })
    var unable = outsidePhase
    var lost = [Set<CalendarDate>](repeating: [], count: facts.teams.count)
    var remarks: [PlanRemark] = []
    let index = Dictionary(
      facts.teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for outage in disruptions.outages {
      guard let team = index[outage.team] else { continue }
      if outage.from <= days.lowerBound {
        unable.insert(team)
      } else {
        for day in outage.from
          .daysSince1970...max(
            outage.from.daysSince1970, days.upperBound.daysSince1970)
        { lost[team].insert(CalendarDate(daysSince1970: day)) }
      }
    }
    for (team, record) in facts.teams.enumerated() {
      let base = record.base
      guard !base.isFinite || abs(base.x) > 180 || abs(base.y) > 90 else { continue }
      unable.insert(team)
      remarks.append(.noBase(team: record.id))
    }
    // Where nobody could take over, the team keeps its ground, and the plan says what is not covered.
    let idle = facts.teams.indices.filter {
      !unable.contains($0) && (facts.teams[$0].dailyVisits ?? settings.dailyVisits) <= 0
    }
    let busy = Set(
      facts.teams.indices.filter { !unable.contains($0) && !idle.contains($0) }
        .map { facts.teams[$0].cityCode })
    for team in idle where busy.contains(facts.teams[team].cityCode) {
      unable.insert(team)
      remarks.append(.noVisits(team: facts.teams[team].id))
    }
    for day in disruptions.lostDays {
      if let team = index[day.team] { lost[team].insert(day.day) }
    }
    if !disruptions.lostDays.isEmpty {
      remarks.append(.lostDays(teams: Set(disruptions.lostDays.map(\.team)).sorted()))
    }
    self.unable = unable
    lostDays = lost
    let cities = Set(outsidePhase.map { facts.teams[$0].cityCode }).sorted()
    if let phase = scope.phase, !cities.isEmpty {
      remarks.append(
        .outsidePhase(phase: phase.number, cities: cities, teams: outsidePhase.count))
    }
    self.remarks = remarks + Self.centreTeams(facts)
  }

  /// Cities without exactly one centre team, where any team is marked as one.
  private static func centreTeams(_ facts: Facts) -> [PlanRemark] {
    guard facts.teams.contains(where: \.isCentre) else { return [] }
    var counts: [String: Int] = [:]
    for team in facts.teams { counts[team.cityCode, default: 0] += team.isCentre ? 1 : 0 }
    return counts.filter { $0.value != 1 }.sorted { $0.key < $1.key }.map {
      .centreTeams(city: $0.key, count: $0.value)
    }
  }
}
