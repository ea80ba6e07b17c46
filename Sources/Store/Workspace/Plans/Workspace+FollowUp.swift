public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// Where plans made by a moment sent teams in a round, on its days before one.
  ///
  /// Each day is taken from the newest plan that has it. Days that are over but still sealed are
  /// opened in memory; throws if the key is missing, and `refused` for a day that is not released.
  public func plannedVisits(
    in round: CampaignRound, before openDay: CalendarDate, asOf moment: Moment
  ) throws -> [PlannedVisit] {
    let last = min(round.lastDay, openDay - 1)
    guard last >= round.firstDay else { return [] }
    let days = (0...(last - round.firstDay)).map { round.firstDay + $0 }
    return try days.flatMap { day in
      try stops(of: day, madeBy: moment).map { stop in
        PlannedVisit(
          day: day, teamID: stop.teamID, siteID: stop.siteID, townshipCode: stop.townshipCode)
      }
    }
  }
}
