public import Geo

extension MapStyle {
  /// Values from low to high, in ColorBrewer's YlOrRd: below the first break, between breaks, and
  /// from the last one on.
  ///
  /// - Parameters:
  ///   - breaks: where a class ends and the next begins, rising; 6 at most are told apart by colour.
  ///   - unit: what the values count by; nil for ratios.
  public static func density(column: String, breaks: [Double], unit: DensityUnit?) -> MapStyle {
    let colours = ramp(breaks.count + 1)
    var classes: [MapClass] = []
    for place in 0...breaks.count {
      let lower = place == 0 ? 0 : breaks[place - 1]
      let upper = place == breaks.count ? 1e308 : breaks[place]
      let name = label(lower, upper, place, breaks.count)
      classes.append(
        MapClass(.range(lower: lower, upper: upper), zh: name.zh, en: name.en, colours[place]))
    }
    let name = name(of: unit)
    return MapStyle(zh: name.zh, en: name.en, column: column, classes: classes.reversed())
  }

  /// Areas between contours of a density by their number from 1, rising, in the same colours.
  public static func bands(column: String, labels: [String], unit: DensityUnit?) -> MapStyle {
    let (name, colours) = (name(of: unit), ramp(labels.count))
    let classes = labels.enumerated().map { place, label in
      MapClass(.integer(place + 1), zh: label, en: label, colours[place])
    }
    return MapStyle(zh: name.zh, en: name.en, column: column, classes: classes.reversed())
  }

  private static func name(of unit: DensityUnit?) -> (zh: String, en: String) {
    switch unit {
    case nil: ("密度之比", "Ratio of densities")
    case .perSquareMetre: ("密度（每平方米）", "Density per m²")
    case .perSquareKilometre: ("密度（每平方千米）", "Density per km²")
    case .perSquareKilometreAndDay: ("密度（每平方千米每天）", "Density per km² and day")
    }
  }

  private static func label(
    _ lower: Double, _ upper: Double, _ place: Int, _ last: Int
  ) -> (zh: String, en: String) {
    if last == 0 { return ("0 以上", "above 0") }
    if place == 0 { return ("\(short(upper)) 以下", "below \(short(upper))") }
    if place == last { return ("\(short(lower)) 以上", "\(short(lower)) and more") }
    let range = "\(short(lower))–\(short(upper))"
    return (range, range)
  }

  /// A number without a needless fraction.
  static func short(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : "\(value)"
  }

  /// So many colours from light to dark.
  private static func ramp(_ count: Int) -> [MapColour] {
    let all: [UInt32] = [
      0xFFFFB2, 0xFED976, 0xFEB24C, 0xFD8D3C, 0xFC4E2A, 0xE31A1C, 0xB10026,
    ]
    return (0..<count).map { place in
      MapColour(all[count < 2 ? 3 : (place * (all.count - 1) + (count - 1) / 2) / (count - 1)])
    }
  }
}
