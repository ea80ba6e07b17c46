import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Gathers what rankings rest on: visits with points and the chances they had, and who drove how far.
struct RankingDesk {
  let workspace: Workspace
  let moment: Moment
  let snapshot: Snapshot
  var facts: Facts { snapshot.facts }
  let rules: RankingRules
  /// The visits of days that are over, of the days asked for.
  let judged: JudgedVisits
  /// Days of driving by team.
  let driving: [TeamDriving]
  /// The days with visits that were over.
  let known: ClosedRange<CalendarDate>
  /// Visits that had no chance beforehand.
  let withoutChance: Int

  /// Reads the workspace as of a moment.
  ///
  /// - Parameter days: Which days are asked for, of those with visits; those before them from which
  ///   the correction of chances is learnt are taken too.
  init(
    _ place: WorkspaceOptions, asOf: Moment?, console: Console,
    days: (ClosedRange<CalendarDate>) throws -> ClosedRange<CalendarDate>
  ) throws {
    workspace = try place.open()
    let settings = workspace.settings
    let moment = min(asOf ?? .now, .now)
    self.moment = moment
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    self.snapshot = snapshot
    rules = RankingRules(reading: settings.real)
    let choices = try workspace.visitChoices(asOf: moment)
    // Days that the clock has not ended are not over, whatever moment is asked for.
    let over = try WorkedVisits(snapshot, bases: choices.mapValues(\.basis))
      .filter { $0.day < moment.date }
    known = try Self.days(of: over, asOf: moment, in: workspace)
    let wanted = try days(known)
    let first = wanted.lowerBound - settings.integer("rank_history_days")
    let worked = over.filter { $0.day >= first && $0.day <= wanted.upperBound }
    var chances = choices.compactMapValues(\.chance)
    try Self.replay(worked, in: workspace, asOf: moment, into: &chances, console: console)
    withoutChance = worked.rows.count { wanted.contains($0.day) && chances[$0.visitID] == nil }
    let checked = CheckedVisit.all(
      try workspace.visitReports(asOf: moment, days: first...wanted.upperBound),
      sites: snapshot.facts.sites, problems: snapshot.facts.problems,
      rules: settings.evidenceRules)
    judged = JudgedVisits(
      worked, problems: snapshot.facts.problems, chances: chances,
      proofs: CheckedVisit.proofs(of: checked), rules: rules)
    driving = TeamDriving.days(
      of: worked,
      bases: Dictionary(snapshot.facts.teams.map { ($0.id, $0.base) }) { first, _ in first },
      pace: .init(speed: settings.real("speed_kmh"), detour: settings.real("detour")))
  }

  /// How chances were corrected by the visits up to the end of some days.
  func calibration(upTo days: ClosedRange<CalendarDate>) -> ChanceCalibration {
    let first = days.lowerBound - workspace.settings.integer("rank_history_days")
    return ChanceCalibration(judged.on(first...days.upperBound))
  }

  /// What each unit did on some days.
  func work(
    on days: ClosedRange<CalendarDate>, _ calibration: ChanceCalibration,
    by key: (JudgedVisit) -> String
  ) -> [UnitWork] {
    UnitWork.accounts(
      of: judged.on(days), calibration: calibration, driving: driving, by: key)
  }

  /// The teams of a week, whose spread is learnt from as many weeks as the settings say.
  func teams(
    of week: ClosedRange<CalendarDate>, top: Int
  ) -> (ranking: Ranking, calibration: ChanceCalibration) {
    let calibration = calibration(upTo: week)
    let weeks = workspace.settings.integer("rank_history_days") / 7
    let history = (0...weeks).map { back in
      (week.lowerBound - 7 * back)...(week.upperBound - 7 * back)
    }.filter { $0.overlaps(known) }.flatMap { work(on: $0, calibration, by: \.teamID) }
    let own = work(on: week, calibration, by: \.teamID)
    return (ranking(own, history: history, calibration, top: top), calibration)
  }

  /// The teams of a whole round, whose spread is learnt from the rounds before it too.
  func teams(
    of round: CampaignRound, top: Int
  ) -> (ranking: Ranking, calibration: ChanceCalibration) {
    let calibration = calibration(upTo: round.days)
    let earlier = rounds(before: round).flatMap { work(on: $0.days, calibration, by: \.teamID) }
    let own = work(on: round.days, calibration, by: \.teamID)
    return (ranking(own, history: own + earlier, calibration, top: top), calibration)
  }

  /// The rounds before one that the days of the settings reach back to.
  func rounds(before round: CampaignRound) -> [CampaignRound] {
    let first = round.firstDay - workspace.settings.integer("rank_history_days")
    return CampaignData.rounds.all.filter { $0.firstDay >= first && $0.number < round.number }
  }

  /// Who sent each team.
  func senders() throws -> TeamSenders {
    TeamSenders(
      crews: try workspace.crews(asOf: moment), people: try workspace.people(asOf: moment))
  }

  /// The ranking of accounts.
  func ranking(
    _ work: [UnitWork], history: [UnitWork], _ calibration: ChanceCalibration, top: Int
  ) -> Ranking {
    Ranking(
      work, history: history, spread: calibration.spread, top: top,
      serviceMinutes: Double(workspace.settings.integer("service_minutes")), rules: rules)
  }

  private static func days(
    of worked: WorkedVisits, asOf moment: Moment, in workspace: Workspace
  ) throws -> ClosedRange<CalendarDate> {
    guard let first = worked.rows.map(\.day).min(), let last = worked.rows.map(\.day).max() else {
      throw CommandFailure(
        status: .badData, message: "there are no visits of days that were over by \(moment)",
        file: workspace.folder,
        hint: "Import them with `hotspot import visits`, or name a later --as-of.")
    }
    return first...last
  }

  /// Adds the chances of visits without a stop, as targeting had them at their day's midnight.
  private static func replay(
    _ worked: WorkedVisits, in workspace: Workspace, asOf moment: Moment,
    into chances: inout [String: Double], console: Console
  ) throws {
    let given = Set(chances.keys)
    let missing = Set(worked.rows.map(\.visitID)).subtracting(given)
    guard !missing.isEmpty else { return }
    let weights = try workspace.evidenceWeights()
    let replay = VisitReplay(
      history: try workspace.history(asOf: moment), asOf: moment, step: 1,
      isWanted: { missing.contains($0.id) })
    var record = AnalysisRecord()
    for visit in try replay.records(console, record: &record) {
      chances[visit.visitID] = visit.chance(weights)
    }
  }
}
