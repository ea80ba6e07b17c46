/// Puts right readings that were given in W for kW, or the other way round, for a while.
///
/// A day's level is its largest load; the site's own level is the median of its days. Whole days a
/// thousand times off (300 to 3,000) are multiplied or divided; within a day so is a load of more
/// than 300 times the level, which no circuit draws. What is off for more than half of all days is
/// taken for the unit itself: rules compare a site with itself.
struct UnitCorrection {
  let intervalsPerDay: Int

  /// Corrects the loads in place and returns how many.
  func apply(_ loads: inout [Float]) -> Int {
    let days = loads.count / intervalsPerDay
    guard days > 1 else { return 0 }
    var peaks = loads.withUnsafeBufferPointer { loads in
      (0..<days).map { day in
        var peak: Float = 0
        for index in day * intervalsPerDay..<(day + 1) * intervalsPerDay where loads[index] > peak {
          peak = loads[index]
        }
        return peak
      }
    }
    let perDay = peaks
    peaks.removeAll { $0 <= 0 }
    guard peaks.count > 1 else { return 0 }
    let level = OrderStatistics.quantile(0.5, of: &peaks)
    guard level > 0, perDay.contains(where: { Self.isOff($0, level) }) else { return 0 }
    var count = 0
    for day in 0..<days where Self.isOff(perDay[day], level) {
      if perDay[day] < level {
        count += scale(&loads, day * intervalsPerDay..<(day + 1) * intervalsPerDay, by: 1000)
      } else {
        let before = day > 0 && perDay[day - 1] > 300 * level
        let after = day + 1 < days && perDay[day + 1] > 300 * level
        let span = span(of: loads, day, level, begins: !before, ends: !after)
        count += scale(&loads, span, by: 0.001)
      }
    }
    return count
  }

  private static func isOff(_ peak: Float, _ level: Float) -> Bool {
    peak > 300 * level || (peak > 0 && peak < level / 300 && peak > level / 3000)
  }

  /// The part of a day that is off: between the first and the last load that no circuit draws, and
  /// up to midnight where the neighbouring day is off too.
  private func span(
    of loads: [Float], _ day: Int, _ level: Float, begins: Bool, ends: Bool
  ) -> Range<Int> {
    let slots = day * intervalsPerDay..<(day + 1) * intervalsPerDay
    let first =
      begins ? slots.first { loads[$0] > 30 * level } ?? slots.lowerBound : slots.lowerBound
    let last = ends ? slots.last { loads[$0] > 30 * level } ?? first : slots.upperBound - 1
    return first..<max(first, last) + 1
  }

  private func scale(_ loads: inout [Float], _ slots: Range<Int>, by factor: Float) -> Int {
    var count = 0
    for index in slots where loads[index] > 0 {
      loads[index] *= factor
      count += 1
    }
    return count
  }
}
