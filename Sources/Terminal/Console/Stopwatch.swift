/// Measures the steps of a command.
package struct Stopwatch {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lap: ContinuousClock.Instant

  package init() {
    start = clock.now
    lap = start
  }

  /// Seconds since the last lap, which ends here.
  package mutating func seconds() -> Double {
    defer { lap = clock.now }
    return (clock.now - lap) / .seconds(1)
  }

  /// Seconds since the start.
  package var total: Double { (clock.now - start) / .seconds(1) }
}
