import Geo

/// Some days of a team up to one, with the chance that an ordinary team finds no more there than each
/// number of units.
struct CallWindow {
  /// The first and the last day, as places in the round.
  let days: ClosedRange<Int>
  /// Expected units.
  let expected: Double
  /// The chance of at most each number of units, up to about the expected one.
  let cumulative: [Double]

  /// The chance that an ordinary team finds at most so much; 1 above what is expected.
  func tail(_ units: Int) -> Double { units < cumulative.count ? cumulative[units] : 1 }

  /// The windows that end on a day: the shortest first.
  ///
  /// Each visit of an ordinary team succeeds by its chance, its odds times what the team is better or
  /// worse by, which is the same for all of its visits: over that the chances are averaged.
  static func ending(
    on last: Int, trials: [[Double]], skills: [Double], units: PointUnits, settings: CallSettings
  ) -> [CallWindow] {
    let longest = min(settings.longest, last + 1)
    guard settings.shortest <= longest else { return [] }
    let mean = units.mean
    let hits = (0..<longest).reduce(0.0) { $0 + trials[last - $1].reduce(0, +) }
    let limit = Int((hits * mean).rounded(.up))
    var sums = skills.map { _ in PoissonBinomial(upTo: limit, values: units.values) }
    var expected = 0.0
    var windows: [CallWindow] = []
    for length in 1...longest {
      let day = trials[last - length + 1]
      expected += day.reduce(0, +) * mean
      for (place, skill) in skills.enumerated() {
        for chance in day { sums[place].add(skill * chance / (1 - chance + skill * chance)) }
      }
      guard length >= settings.shortest else { continue }
      let kept = Int(expected.rounded(.up))
      let parts = sums.map { Array($0.cumulative.prefix(kept + 1)) }
      windows.append(
        CallWindow(
          days: (last - length + 1)...last, expected: expected,
          cumulative: parts[0].indices.map { sum in
            parts.reduce(0) { $0 + $1[sum] } / Double(parts.count)
          }))
    }
    return windows
  }
}
