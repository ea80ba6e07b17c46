public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// The problems known by a moment, by identifier.
  public func problems(asOf moment: Moment) throws -> [FoundProblem] {
    do {
      var reader = TableReader(dataset: layout.dataset)
      return try FactReader(asOf: moment, dataset: layout.dataset)
        .newest(FoundProblem.self, from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

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
