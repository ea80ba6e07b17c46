/// A round planned with some search effort, against the truth as the round begins.
public struct EffortOutcome: Sendable, Hashable {
  /// The round.
  public let round: Int
  /// Iterations of the solver.
  public let iterations: Int
  /// Stops.
  public let stops: Int
  /// The sum of their chances.
  public let expected: Double
  /// Violations that crews of middling sight would find at them, were all visited at once.
  public let finds: Double
  /// Metres driven.
  public let metres: Double
  /// Townships with a stop.
  public let townships: Int

  init(_ plan: Plan, iterations: Int, life: DemoLife) {
    round = plan.round
    self.iterations = iterations
    let stops = plan.teamDays.flatMap(\.stops)
    self.stops = stops.count
    expected = stops.reduce(0) { $0 + $1.target.chance }
    let seen = life.truth.rules.meanSight
    finds = stops.reduce(0) { sum, stop in
      guard stop.target.kind == .site, let site = SiteRegister.index(of: stop.target.id) else {
        return sum
      }
      return sum + (life.truth.isToBeFound(site) ? seen : 0)
    }
    metres = plan.teamDays.reduce(0) { $0 + $1.distance }
    townships = Set(stops.map(\.target.township).filter { $0 >= 0 }).count
  }
}
