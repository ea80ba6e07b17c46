/// The unit of readings.
enum ReadingUnit {
  /// What a word of a unit is in kW or kWh; nil for a word that is none.
  ///
  /// Whether it is a power or an energy is up to the column, since people write kW for both.
  static func factor(_ word: String) -> Double? {
    switch word.lowercased() {
    case "w", "wh", "w·h", "瓦", "瓦时": 0.001
    case "kw", "kwh", "kw·h", "千瓦", "千瓦时", "度": 1
    case "mw", "mwh", "兆瓦", "兆瓦时": 1000
    case "万千瓦时", "万度": 10_000
    default: nil
    }
  }

  /// The unit that a heading names at its end, `功率(W)` or `load_mw`; 1 where it names none.
  static func factor(ofHeading heading: String) -> Double {
    var word = Substring(heading)
    if let last = heading.last, ")）]】".contains(last),
      let open = heading.lastIndex(where: { "(（[【".contains($0) })
    {
      word = heading[heading.index(after: open)...].dropLast()
    } else if let line = heading.lastIndex(of: "_") {
      word = heading[heading.index(after: line)...]
    } else {
      return 1
    }
    return factor(String(word)) ?? 1
  }
}
