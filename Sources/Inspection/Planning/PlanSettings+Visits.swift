import CampaignData

extension PlanSettings {
  /// The most visits that a team makes on a day of a round.
  func visits(of team: Team, on date: CalendarDate, in round: CampaignRound) -> Int {
    let usual = max(0, team.dailyVisits ?? dailyVisits)
    return date == round.handoverDay ? min(usual, handoverVisits) : usual
  }
}
