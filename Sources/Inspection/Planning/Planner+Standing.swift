import CampaignData

extension Planner {
  /// How every township stands in a round as known, before anything is planned.
  ///
  /// A township without a team and without a visit has the gap `noTeam`; whether the others will be
  /// covered, only a plan can say. Throws `PlanError` for a round that there is not, or what joining
  /// visits to townships throws.
  public static func standing(
    inRound number: Int, of snapshot: Snapshot
  ) throws -> [TownshipCoverage] {
    guard CampaignData.rounds.round(number) != nil else { throw PlanError.unknownRound(number) }
    let areas = TeamAreas(teams: snapshot.facts.teams, townships: snapshot.facts.townships)
    let history = try VisitHistory(snapshot: snapshot, round: number)
    return snapshot.facts.townships.indices.map { township in
      let team = areas.teamOfTownship[township]
      return TownshipCoverage(
        township: township, team: team, visitsEver: history.ever[township],
        visitsInRound: history.inRound[township],
        gap: team == nil && history.inRound[township] == 0 ? .noTeam : nil)
    }
  }
}
