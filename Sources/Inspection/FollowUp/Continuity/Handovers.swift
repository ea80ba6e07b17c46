public import CampaignData
import Geo

/// What every team's next crew must know: what is known of each team's ground, gathered once.
///
/// Only days that were over count, as in all reports.
public struct Handovers: Sendable {
  /// The round whose crews hand over.
  public let round: CampaignRound
  private let facts: Facts
  private let today: CalendarDate
  private let areas: TeamAreas
  private let visitsOfTeam: [Int: [WorkedVisits.Row]]
  private let ownFound: [String: Proportion]
  private let problemsOfTeam: [Int: [OpenProblem]]
  private let sitesOfTownship: [Int: [Int]]
  private let cellsOfTeam: [Int: [Int]]
  private let alertsOfTeam: [Int: [Int]]
  private let complaintsOfTeam: [Int: [OpenComplaint]]

  /// How many days before the round alerts and complaints are still told: the round before.
  private static let lookBack = 14

  /// Gathers what was known.
  ///
  /// - Parameters:
  ///   - snapshot: the facts.
  ///   - round: the round whose crews hand over.
  ///   - settings: what a visit costs, for the division of areas.
  ///   - rule: what counts as near a complaint; its days do not matter here.
  /// - Throws: `PROJError` if the projection of the grid cannot be had, or an index error.
  /// - Complexity: O(n log n) in sites, visits and complaints.
  public init(
    _ snapshot: Snapshot, round: CampaignRound, settings: PlanSettings,
    rule: ComplaintFollowUp.Rule = .init()
  ) throws {
    self.round = round
    facts = snapshot.facts
    today = snapshot.asOf.date
    let (facts, today) = (facts, today)
    areas = TeamAreas(
      teams: facts.teams, townships: facts.townships, sites: snapshot.sitesByTownship,
      effort: AreaEffort(settings, days: round.days))
    let areas = areas
    let visits = try WorkedVisits(snapshot, bases: [:]).rows.filter { $0.day < today }
    let teams = Dictionary(facts.teams.indices.map { (facts.teams[$0].id, $0) }) { one, _ in one }
    visitsOfTeam = Dictionary(grouping: visits) { visit in
      (visit.township < 0 ? teams[visit.teamID] : areas.teamOfTownship[visit.township]) ?? -1
    }
    ownFound = Dictionary(grouping: visits.filter { $0.round == round.number }, by: \.teamID)
      .mapValues { visits in Proportion(visits.count { $0.isHit }, of: visits.count) }
    let horizon = CampaignData.rounds.round(round.number + 1)?.lastDay ?? round.lastDay + 14
    problemsOfTeam = Self.problems(facts, visitsOfTeam, today: today, horizon: horizon)
    sitesOfTownship = Dictionary(grouping: facts.sites.indices) { Int(snapshot.siteTownships[$0]) }
    let cells = CellTeams(facts, teamOfTownship: areas.teamOfTownship)
    cellsOfTeam = Dictionary(grouping: facts.cells.indices) { cells.teamOfCell[$0] ?? -1 }
    let from = round.firstDay - Self.lookBack
    alertsOfTeam = Self.alerts(facts, cells, visits, from: from, before: today)
    complaintsOfTeam = try Self.complaints(
      snapshot, areas, visits, from: from, before: today, metres: rule.metres)
  }

  /// What one team's next crew must know; the team is an index in `Facts.teams`.
  public func team(_ team: Int) -> TeamHandover {
    let visits = visitsOfTeam[team] ?? []
    let current = visits.filter { $0.round == round.number }
    let townships = areas.townshipsOfTeam[team]
    let (now, ever) = (Set(current.map(\.township)), Set(visits.map(\.township)))
    let unvisited = townships.filter { !now.contains($0) }
    let never = Set(unvisited.filter { !ever.contains($0) })
    let hits = visits.filter(\.isHit)
    let hot = (cellsOfTeam[team] ?? []).filter { facts.cells[$0].isHot }
    let cellsNow = Set(current.map(\.cell))
    let sites = townships.flatMap { township in
      (sitesOfTownship[township] ?? []).map { ($0, facts.townships[township].countyCode) }
    }
    return TeamHandover(
      team: team, townships: townships,
      found: ownFound[facts.teams[team].id] ?? Proportion(0, of: 0),
      problems: problemsOfTeam[team] ?? [],
      unvisited: unvisited.filter(never.contains) + unvisited.filter { !never.contains($0) },
      neverVisited: never, clusters: ProblemCluster.places(of: visits, by: \.township),
      cells: ProblemCluster.places(of: visits, by: \.cell),
      problemPlaces: hits.compactMap(\.position), inVain: VainVisit.sites(of: visits),
      industries: IndustryCount.counts(of: sites, in: facts, hits: Set(hits.map(\.site))),
      hotCells: hot, unvisitedHotCells: hot.filter { !cellsNow.contains($0) },
      alerts: alertsOfTeam[team] ?? [], complaints: complaintsOfTeam[team] ?? [])
  }

  private static func problems(
    _ facts: Facts, _ visitsOfTeam: [Int: [WorkedVisits.Row]], today: CalendarDate,
    horizon: CalendarDate
  ) -> [Int: [OpenProblem]] {
    let byVisit = Dictionary(
      grouping: ProblemStanding.all(facts.problems, rechecks: facts.rechecks), by: \.problem.visitID
    )
    return visitsOfTeam.mapValues { visits in
      visits.flatMap { visit in
        (byVisit[visit.visitID] ?? []).compactMap { standing in
          OpenProblem(standing, found: visit, today: today, horizon: horizon)
        }
      }.sorted(by: OpenProblem.isBefore)
    }
  }

  private static func alerts(
    _ facts: Facts, _ cells: CellTeams, _ visits: [WorkedVisits.Row], from: CalendarDate,
    before today: CalendarDate
  ) -> [Int: [Int]] {
    let numbers = Dictionary(facts.cells.indices.map { (facts.cells[$0].id, $0) }) { one, _ in one }
    var last: [Int: Int64] = [:]
    for visit in visits where visit.cell >= 0 {
      last[visit.cell] = max(last[visit.cell] ?? .min, visit.visitedAt.secondsSince1970)
    }
    let open = facts.alerts.indices.filter { index in
      let alert = facts.alerts[index]
      guard alert.issuedAt.date >= from, alert.issuedAt.date < today,
        let cell = numbers[alert.cellID]
      else { return false }
      return (last[cell] ?? .min) < alert.issuedAt.secondsSince1970
    }.sorted { (facts.alerts[$1].issuedAt, $0) < (facts.alerts[$0].issuedAt, $1) }
    return Dictionary(grouping: open) { index in
      numbers[facts.alerts[index].cellID].flatMap { cells.teamOfCell[$0] } ?? -1
    }
  }

  private static func complaints(
    _ snapshot: Snapshot, _ areas: TeamAreas, _ visits: [WorkedVisits.Row], from: CalendarDate,
    before today: CalendarDate, metres: Double
  ) throws -> [Int: [OpenComplaint]] {
    let complaints = snapshot.facts.complaints
    let recent = complaints.indices.filter { index in
      let day = complaints[index].receivedAt.date
      return day >= from && day < today && complaints[index].accepted != false
        && snapshot.complaintTownships[index] >= 0
    }
    let waits = try ComplaintFollowUp.waits(
      of: recent.map { complaints[$0] }, visits: visits,
      by: ComplaintFollowUp.Rule(days: max(1, today - from), metres: metres))
    let open = zip(recent, waits).filter { $0.1 == nil }.map(\.0)
      .sorted { (complaints[$1].receivedAt, $0) < (complaints[$0].receivedAt, $1) }
    return Dictionary(
      grouping: open.map {
        OpenComplaint(complaint: $0, township: Int(snapshot.complaintTownships[$0]))
      }
    ) { areas.teamOfTownship[$0.township] ?? -1 }
  }
}
