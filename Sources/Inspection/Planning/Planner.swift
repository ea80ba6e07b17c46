public import CampaignData
import Geo

/// Plans where every team goes: a pure function of a snapshot, its targets, settings, seed and what
/// the planner is told besides.
public enum Planner {
  /// Plans a whole round for all teams.
  ///
  /// Every township that a team's visits and hours allow gets at least one stop, those that the last
  /// round left out first; the others are named with the reason. The rest of the capacity goes where
  /// the chances are. Teams are planned side by side; the result does not depend on the number of
  /// threads. A team that cannot be planned for is told, and the others are planned.
  /// - Throws: `PlanError`, or `PROJError` if the projection of the grid cannot be had.
  public static func planRound(
    _ number: Int, snapshot: Snapshot, targets: TargetList, settings: PlanSettings,
    context: PlanContext = PlanContext()
  ) throws -> Plan {
    try planning(
      number, from: nil, snapshot: snapshot, targets: targets, settings: settings,
      context: context
    ).plan()
  }

  /// Plans the rest of a round from a day on.
  ///
  /// What has been visited by then is not visited again. Of `context.earlier` as many stops are kept,
  /// with their team and day, as `settings.stability` is worth against new evidence.
  /// - Throws: `PlanError`, or `PROJError` if the projection of the grid cannot be had.
  public static func planDay(
    _ date: CalendarDate, snapshot: Snapshot, targets: TargetList, settings: PlanSettings,
    context: PlanContext = PlanContext()
  ) throws -> Plan {
    guard let round = CampaignData.rounds.containing(date) else {
      throw PlanError.noRound(date.description)
    }
    return try planning(
      round.number, from: date, snapshot: snapshot, targets: targets, settings: settings,
      context: context
    ).plan()
  }

  /// The month whose topics count for a plan: that of its first day, whatever the facts' moment.
  ///
  /// Nil for a round that there is not, of the whole round.
  public static func season(ofRound number: Int, from day: CalendarDate?) -> CalendarMonth? {
    (day ?? CampaignData.rounds.round(number)?.firstDay).map { CalendarMonth($0) }
  }

  static func check(_ snapshot: Snapshot, _ settings: PlanSettings) throws {
    guard !snapshot.facts.teams.isEmpty else { throw PlanError.noTeams }
    guard !snapshot.facts.townships.isEmpty else { throw PlanError.noTownships }
    if let fault = settings.fault { throw PlanError.setting(fault) }
  }
}
