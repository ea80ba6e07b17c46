/// How far a search has come, in rounds or in processor time, whichever runs out first.
struct Pace {
  let mostRounds: Int
  var rounds = 0
  private let clock = ProcessorClock()
  private let limit: Double?

  /// - Parameter seconds: Processor time of the thread from now on, if that is limited.
  init(rounds mostRounds: Int, seconds: Double?) {
    self.mostRounds = mostRounds
    limit = seconds
  }

  /// The share of the search that is done, 1 at its end.
  var progress: Double {
    let share = mostRounds > 0 ? Double(rounds) / Double(mostRounds) : 1
    guard let limit else { return share }
    return max(share, limit > 0 ? clock.seconds / limit : 1)
  }
}
