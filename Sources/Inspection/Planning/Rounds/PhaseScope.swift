import CampaignData

/// Where a round's phase has standing teams (the plan of 2018, section 4): the first phase only in the
/// 2+26 cities, the delta in none, where special action groups go.
struct PhaseScope: Sendable {
  /// The phase; nil in a calendar without it.
  let phase: Phase?

  init(of round: CampaignRound, in calendar: RoundCalendar = CampaignData.rounds) {
    phase = calendar.phases.first { $0.number == round.phase }
  }

  /// True if a city's teams work; a city that the plan does not name is left to whoever added it.
  func includes(city code: String) -> Bool {
    guard let phase, let city = CampaignData.city(code: code) else { return true }
    return phase.regions.contains(city.region)
  }
}
