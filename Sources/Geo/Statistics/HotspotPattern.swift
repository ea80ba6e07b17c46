/// What has become of a hot or cold spot over time: the seventeen classes of emerging hot spots.
///
/// They are those of ArcGIS. Cold spots have the codes of hot ones with a minus.
public enum HotspotPattern: Int, Sendable, CaseIterable {
  /// None of the others.
  case noPattern = 0
  /// Hot in the last slice and never before.
  case newHot = 1
  /// Hot in two or more slices up to the last, never before, and in less than 90 % of all.
  case consecutiveHot
  /// Hot in at least 90 % of the slices and the last, and more and more so.
  case intensifyingHot
  /// The same without a trend.
  case persistentHot
  /// The same, but less and less so.
  case diminishingHot
  /// Hot in the last slice and, off and on, before, in less than 90 % of all; never cold.
  case sporadicHot
  /// Hot in the last slice and before, in less than 90 % of all; cold at some time.
  case oscillatingHot
  /// Hot in at least 90 % of the slices, but not in the last.
  case historicalHot
  /// As `newHot`, cold.
  case newCold = -1
  /// As `consecutiveHot`, cold.
  case consecutiveCold = -2
  /// As `intensifyingHot`, cold: z falls.
  case intensifyingCold = -3
  /// As `persistentHot`, cold.
  case persistentCold = -4
  /// As `diminishingHot`, cold: z rises.
  case diminishingCold = -5
  /// As `sporadicHot`, cold.
  case sporadicCold = -6
  /// As `oscillatingHot`, cold, and hot at some time.
  case oscillatingCold = -7
  /// As `historicalHot`, cold.
  case historicalCold = -8

  /// What a slice is to a feature.
  public enum Slice: Int, Sendable, CaseIterable {
    case cold = -1
    case neither
    case hot

    /// The other side.
    fileprivate var opposite: Slice { Slice(rawValue: -rawValue) ?? .neither }
  }

  /// The name of the class, as in "new hot spot".
  public var name: String {
    let names = [
      "no pattern", "new", "consecutive", "intensifying", "persistent", "diminishing", "sporadic",
      "oscillating", "historical",
    ]
    let name = names[Int(rawValue.magnitude)]
    return self == .noPattern ? name : name + (rawValue > 0 ? " hot spot" : " cold spot")
  }

  /// Classes a feature by the rules of docs/methods.md, the first that holds: those of the side of
  /// the last slice, then historical.
  ///
  /// - Parameters:
  ///   - series: what each slice was, in the order of time.
  ///   - trend: 1 if z rises beyond chance, -1 if it falls, 0 for neither.
  public init(_ series: [Slice], trend: Int) {
    let last = series.last ?? .neither
    var code = 0
    if last != .neither {
      code = Self.current(series, last, trend: trend * last.rawValue) * last.rawValue
    }
    if code == 0 {
      for side in [Slice.hot, .cold] where side != last && Self.isUsual(side, in: series) {
        code = 8 * side.rawValue
      }
    }
    self = HotspotPattern(rawValue: code) ?? .noPattern
  }

  /// True for a side that holds at least 90 % of the slices, reckoned in whole numbers.
  private static func isUsual(_ side: Slice, in series: [Slice]) -> Bool {
    !series.isEmpty && 10 * series.count { $0 == side } >= 9 * series.count
  }

  /// The code, without a sign, of a feature that is on a side in the last slice; a trend above 0
  /// leads away from the other side.
  private static func current(_ series: [Slice], _ side: Slice, trend: Int) -> Int {
    let count = series.count { $0 == side }
    if count == 1 { return 1 }
    if isUsual(side, in: series) { return trend > 0 ? 3 : trend < 0 ? 5 : 4 }
    let run = series.reversed().prefix { $0 == side }.count
    if run == count { return 2 }
    return series.contains(side.opposite) ? 7 : 6
  }
}
