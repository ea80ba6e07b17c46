/// Measures the steps of a command.
struct Stopwatch {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lap: ContinuousClock.Instant

  init() {
    start = clock.now
    lap = start
  }

  /// Seconds since the last lap, which ends here.
  mutating func seconds() -> Double {
    defer { lap = clock.now }
    return (clock.now - lap) / .seconds(1)
  }

  /// Seconds since the start.
  var total: Double { (clock.now - start) / .seconds(1) }
}
