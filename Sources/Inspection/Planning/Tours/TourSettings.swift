/// What a tour costs, and how long it is searched for.
public struct TourSettings: Sendable, Hashable {
  /// Visits, hours and speeds of a day.
  public var plan: PlanSettings
  /// Kilometres an hour between cities.
  public var expresswayKMH: Double
  /// How many city sequences the search keeps side by side; 1 goes city by city.
  public var beam: Int
  /// Kilometres from its centre within which a place outside all townships can be in a city.
  public var reachKM: Double

  /// Makes settings.
  public init(plan: PlanSettings, expresswayKMH: Double, beam: Int, reachKM: Double) {
    self.plan = plan
    self.expresswayKMH = expresswayKMH
    self.beam = beam
    self.reachKM = reachKM
  }

  /// The settings as text, one a line by name; the seed is not in it.
  public var canonicalText: String {
    plan.canonicalText + "\nexpressway_kmh=\(expresswayKMH)\ntour_beam=\(beam)"
      + "\ntour_reach_km=\(reachKM)"
  }

  /// The most visits of a day: by number and by the hours at sites.
  var limit: Int {
    guard plan.serviceMinutes > 0 else { return plan.dailyVisits }
    return min(plan.dailyVisits, Int(plan.dayHours * 60) / plan.serviceMinutes)
  }

  /// The longest day in seconds.
  var longestDay: Int { Int(plan.dayHours * 3600) }
}
