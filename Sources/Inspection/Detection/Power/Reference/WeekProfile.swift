import CampaignData

/// What a circuit usually draws by hour of the week: median and median absolute deviation.
///
/// Both are robust: a tenth of wrong readings moves neither far. Holidays are like Sundays and worked
/// weekends like Wednesdays. An hour of the week with fewer than four readings takes that hour of all
/// days. Source: Rousseeuw and Croux, Alternatives to the Median Absolute Deviation, 1993 (the factor
/// 1.4826 that makes a deviation of a normal one).
struct WeekProfile: Sendable {
  /// Medians by weekday (Monday first) and hour, kW; NaN where nothing was measured.
  private(set) var medians = [Float](repeating: .nan, count: 7 * 24)
  /// Median absolute deviations, likewise.
  private(set) var deviations = [Float](repeating: .nan, count: 7 * 24)

  private static let leastReadings = 4

  /// The profile of some days of loads.
  ///
  /// - Parameters:
  ///   - loads: kW, NaN where not measured or not to be counted.
  ///   - days: The days in `loads` that count.
  ///   - weekdays: What weekday every day is like, 1 to 7.
  ///   - perDay: Intervals in a day.
  init(_ loads: [Float], days: Range<Int>, weekdays: [UInt8], perDay: Int) {
    var scratch = [Float](repeating: 0, count: max(1, days.count * max(1, perDay / 24)) + 1)
    loads.withUnsafeBufferPointer { loads in
      scratch.withUnsafeMutableBufferPointer { scratch in
        for hour in 0..<24 {
          let slots = Self.slots(ofHour: hour, perDay)
          var common: (Float, Float)?
          for weekday in 0..<7 {
            var count = 0
            for day in days where weekdays[day] == weekday + 1 {
              Self.gather(loads, day * perDay, slots, scratch, &count)
            }
            let place = weekday * 24 + hour
            if count >= Self.leastReadings {
              (medians[place], deviations[place]) = Self.spread(scratch, count)
              continue
            }
            if common == nil {
              var all = 0
              for day in days { Self.gather(loads, day * perDay, slots, scratch, &all) }
              common = all > 0 ? Self.spread(scratch, all) : (.nan, .nan)
            }
            if let common { (medians[place], deviations[place]) = common }
          }
        }
      }
    }
  }

  /// The intervals of a day that begin in an hour; of intervals longer than an hour the one that
  /// holds it.
  private static func slots(ofHour hour: Int, _ perDay: Int) -> Range<Int> {
    let first = hour * perDay / 24
    return first..<max(first + 1, (hour + 1) * perDay / 24)
  }

  @inline(__always)
  private static func gather(
    _ loads: UnsafeBufferPointer<Float>, _ start: Int, _ slots: Range<Int>,
    _ scratch: UnsafeMutableBufferPointer<Float>, _ count: inout Int
  ) {
    for slot in slots {
      let load = loads[start + slot]
      guard load == load, count < scratch.count else { continue }
      scratch[count] = load
      count += 1
    }
  }

  private static func spread(
    _ values: UnsafeMutableBufferPointer<Float>, _ count: Int
  ) -> (Float, Float) {
    let median = OrderStatistics.quantile(0.5, of: values, count)
    for index in 0..<count { values[index] = abs(values[index] - median) }
    return (median, OrderStatistics.quantile(0.5, of: values, count))
  }
}
