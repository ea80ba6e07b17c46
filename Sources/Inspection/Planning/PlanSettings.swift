/// What a planner may set; the defaults stand in `Data/tables/settings.csv`.
public struct PlanSettings: Sendable, Hashable {
  /// Visits a team makes on a usual day.
  public var dailyVisits: Int
  /// Visits on a round's hand-over Monday, when four of six people inspect.
  public var handoverVisits: Int
  /// Minutes at a site.
  public var serviceMinutes: Int
  /// Hours from leaving the base to being back.
  public var dayHours: Double
  /// Second of the day at which teams leave.
  public var dayStart: Int
  /// Kilometres an hour on the road.
  public var speedKMH: Double
  /// Road length over straight line.
  public var detour: Double
  /// Seed of everything random; kept by the audit record.
  public var seed: UInt64
  /// Search effort of the route solver; 0 takes its first, deterministic solution.
  public var iterations: Int

  /// Makes settings from values.
  public init(
    dailyVisits: Int, handoverVisits: Int, serviceMinutes: Int, dayHours: Double, dayStart: Int,
    speedKMH: Double, detour: Double, seed: UInt64, iterations: Int
  ) {
    self.dailyVisits = dailyVisits
    self.handoverVisits = handoverVisits
    self.serviceMinutes = serviceMinutes
    self.dayHours = dayHours
    self.dayStart = dayStart
    self.speedKMH = speedKMH
    self.detour = detour
    self.seed = seed
    self.iterations = iterations
  }
}
