import Glibc

/// A scale from 0 on with round numbers along it.
struct ChartAxis {
  /// Where 0 is drawn, and where the largest tick is; a standing axis ends above its start.
  let start: Double
  let end: Double
  /// The round numbers, from 0 on, the last at or beyond the largest value.
  let ticks: [Double]

  /// A scale for values up to a largest one with about `count` steps of 1, 2 or 5 times a power of
  /// ten (after Heckbert 1990, Nice numbers for graph labels).
  init(
    through largest: Double, from start: Double, to end: Double, count: Int = 5,
    isWhole: Bool = false
  ) {
    self.start = start
    self.end = end
    let largest = largest.isFinite && largest > 0 ? largest : 1
    let raw = largest / Double(count)
    let power = pow(10, floor(log10(raw)))
    let wide = [1.0, 2, 5, 10].first { $0 * power >= raw * (1 - 1e-9) } ?? 10
    let step = isWhole ? max(1, wide * power) : wide * power
    let steps = Int((largest / step - 1e-9).rounded(.up))
    ticks = (0...max(1, steps)).map { Double($0) * step }
  }

  /// The largest value that is on it.
  var largest: Double { ticks.last ?? 1 }

  /// Where a value is drawn.
  func position(of value: Double) -> Double {
    start + (end - start) * min(1, max(0, value / largest))
  }

  /// A tick as it is written.
  func label(_ tick: Double) -> String {
    let step = ticks.count > 1 ? ticks[1] : 1
    return Decimal.text(tick, places: Self.places(ofStep: step))
  }

  /// How many decimals ticks need that are a step apart.
  static func places(ofStep step: Double) -> Int {
    step > 0.999 ? 0 : step > 0.0999 ? 1 : step > 0.00999 ? 2 : 3
  }
}
