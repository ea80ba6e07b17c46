public import CampaignData
import Dispatch
import Geo

/// Plans where every team goes: a pure function of a snapshot, its targets, settings and seed.
public enum Planner {
  /// Plans a whole round for all teams.
  ///
  /// Every township that a team's visits and hours allow gets at least one stop; the others are
  /// named with the reason. The rest of the capacity goes where the chances are. Teams are planned
  /// side by side; the result does not depend on the number of threads.
  /// - Throws: `PlanError`, or `PROJError` if the projection of the grid cannot be had.
  public static func planRound(
    _ number: Int, snapshot: Snapshot, targets: TargetList, settings: PlanSettings,
    roads: (any RoadNetwork)? = nil
  ) throws -> Plan {
    guard let round = CampaignData.rounds.round(number) else {
      throw PlanError.unknownRound(number)
    }
    return try plan(
      round, days: round.days, snapshot: snapshot, targets: targets, settings: settings,
      roads: roads)
  }

  /// Plans the rest of a round from a day on, with what has been visited by then taken into account.
  ///
  /// - Throws: `PlanError`, or `PROJError` if the projection of the grid cannot be had.
  public static func planDay(
    _ date: CalendarDate, snapshot: Snapshot, targets: TargetList, settings: PlanSettings,
    roads: (any RoadNetwork)? = nil
  ) throws -> Plan {
    guard let round = CampaignData.rounds.containing(date) else {
      throw PlanError.noRound(date.description)
    }
    return try plan(
      round, days: date...round.lastDay, snapshot: snapshot, targets: targets, settings: settings,
      roads: roads)
  }

  private static func plan(
    _ round: CampaignRound, days: ClosedRange<CalendarDate>, snapshot: Snapshot,
    targets: TargetList, settings: PlanSettings,
    roads: (any RoadNetwork)? = nil
  ) throws -> Plan {
    try check(snapshot, settings)
    let facts = snapshot.facts
    let areas = TeamAreas(teams: facts.teams, townships: facts.townships)
    let history = try VisitHistory(snapshot: snapshot, round: round.number)
    let candidates = Self.candidates(
      targets: targets, areas: areas, teams: facts.teams.count, visited: history.targetsInRound)
    var outcomes = [Result<TeamRound.Outcome, any Error>?](
      repeating: nil, count: facts.teams.count)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: facts.teams.count) { team in
        let work = TeamRound(
          team: team, round: round, days: days, townships: areas.townshipsOfTeam[team],
          candidates: candidates[team], targets: targets, facts: facts, settings: settings,
          visitsInRound: history.inRound, roads: roads)
        output[team] = Result { try work.solve() }
      }
    }
    let solved = try outcomes.compactMap { try $0?.get() }
    return Plan(
      round: round.number, days: days, madeAsOf: snapshot.asOf,
      seedCommitment: SHA256.hexadecimal(of: Array("\(settings.seed)".utf8)),
      settingsHash: SHA256.hexadecimal(of: Array(settings.canonicalText.utf8)),
      teamDays: solved.flatMap(\.days),
      coverage: coverage(areas, history, solved, townships: facts.townships.count))
  }

  private static func check(_ snapshot: Snapshot, _ settings: PlanSettings) throws {
    guard !snapshot.facts.teams.isEmpty else { throw PlanError.noTeams }
    guard !snapshot.facts.townships.isEmpty else { throw PlanError.noTownships }
    for team in snapshot.facts.teams {
      guard team.base.isFinite, abs(team.base.x) <= 180, abs(team.base.y) <= 90 else {
        throw PlanError.noBase(team: team.id)
      }
    }
    if let fault = settings.fault { throw PlanError.setting(fault) }
  }

  /// For every team: the targets in its townships that the round has not visited, ascending.
  private static func candidates(
    targets: TargetList, areas: TeamAreas, teams: Int, visited: Set<String>
  ) -> [[Int]] {
    var candidates = [[Int]](repeating: [], count: teams)
    for index in 0..<targets.count {
      let township = Int(targets.townships[index])
      guard township >= 0, let team = areas.teamOfTownship[township],
        targets.positions[index].isFinite,
        visited.isEmpty || !visited.contains(targets.identifier(at: index))
      else { continue }
      candidates[team].append(index)
    }
    return candidates
  }

  private static func coverage(
    _ areas: TeamAreas, _ history: VisitHistory, _ solved: [TeamRound.Outcome], townships: Int
  ) -> [TownshipCoverage] {
    var coverage = (0..<townships).map { township in
      TownshipCoverage(
        township: township, team: areas.teamOfTownship[township],
        visitsEver: history.ever[township], visitsInRound: history.inRound[township],
        gap: areas.teamOfTownship[township] == nil && history.inRound[township] == 0
          ? .noTeam : nil)
    }
    for outcome in solved {
      for day in outcome.days {
        for stop in day.stops where stop.target.township >= 0 {
          coverage[stop.target.township].planned += 1
          coverage[stop.target.township].firstPlanned =
            min(coverage[stop.target.township].firstPlanned ?? day.date, day.date)
        }
      }
      for (township, gap) in outcome.gaps { coverage[township].gap = gap }
    }
    return coverage
  }
}
