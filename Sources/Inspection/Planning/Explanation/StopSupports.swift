import CampaignData

/// Finds what a stop rests on.
struct StopSupports {
  /// Its reasons, strongest first, the rules that hold for it, and all reasons together.
  let all: [StopSupport]

  init(
    stop: Stop, on date: CalendarDate, planning: RoundPlanning, known: PlanPremises, team: String
  ) {
    // What was added by hand is no evidence, though it is told among the reasons.
    let reasons = stop.target.reasons.filter { $0.chanceWithout != nil }
    var all = reasons.map(StopSupport.reason)
    switch stop.basis {
    case .coverage where stop.target.township >= 0: all.append(.township)
    case .manual: all.append(.task)
    case .coverage, .risk, .random, .recheck: break
    }
    let warnings = Self.warnings(for: stop, on: date, planning: planning)
    if !warnings.isEmpty { all.append(.warnings(warnings)) }
    if let earlier = known.context.earlier,
      earlier.stops.contains(where: {
        $0.target == stop.target.id && $0.team == team && $0.day == date
      })
    {
      all.append(.earlier(plan: earlier.id))
    }
    if reasons.count > 1 { all.append(.allReasons) }
    self.all = all
  }

  /// The warnings in force on the day in the team's city, if the stop comes first because of them.
  private static func warnings(
    for stop: Stop, on date: CalendarDate, planning: RoundPlanning
  ) -> [String] {
    let facts = planning.snapshot.facts
    guard !facts.warnings.isEmpty, let index = planning.targets.index(of: stop.target.id),
      let site = planning.targets.site(at: index),
      facts.townships.indices.contains(stop.target.township)
    else { return [] }
    let emergency = EmergencySites(
      facts: facts, days: planning.days, settings: planning.settings)
    guard emergency.contains(site, on: date) else { return [] }
    let city = facts.townships[stop.target.township].cityCode
    return facts.warnings.filter { $0.cityCode == city && emergency.turns($0, on: date) }.map(\.id)
  }
}
