/// How far a search has come, in rounds or in processor time, whichever runs out first.
struct Pace {
  /// Rounds that one annealing needs to be worth its while.
  private static let roundsPerCycle = 25_000.0
  private static let mostCycles = 8

  let mostRounds: Int
  var rounds = 0
  private let clock: ProcessorClock
  private let limit: Double?

  /// The time runs from the start of a clock, so that the construction counts too.
  init(_ settings: SolverSettings, since clock: ProcessorClock) {
    self.clock = clock
    mostRounds = settings.iterations
    limit = settings.cpuSeconds
  }

  /// The share of the search that is done, 1 at its end.
  var progress: Double {
    let share = Double(rounds) / Double(max(1, mostRounds))
    guard let limit else { return share }
    return max(share, limit > 0 ? clock.seconds / limit : 1)
  }

  /// How often to anneal, given the processor time that some changes have taken.
  func cycles(changes: Int, took seconds: Double) -> Int {
    var rounds = Double(mostRounds)
    if let limit {
      rounds = min(rounds, (limit - clock.seconds) / max(1e-6, seconds) * Double(changes))
    }
    return max(1, min(Self.mostCycles, Int(rounds / Self.roundsPerCycle)))
  }
}
