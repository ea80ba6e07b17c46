/// Round numbers between the classes of a map.
public enum ClassBreaks {
  /// Rising breaks of the series 1, 2, 3, 5, 10, 20 and so on below the largest value, at most
  /// `count` of them.
  ///
  /// Densities are skewed: steps in proportion show both the middle and the peaks, and round numbers
  /// can be read and compared between maps. Empty if no value is above 0.
  public static func round(below largest: Double, count: Int = 6) -> [Double] {
    guard largest > 0, largest.isFinite else { return [] }
    // Powers of ten made one by one are exact where they can be.
    var exponent = 0
    while exponent < 300, power(exponent + 1) <= largest { exponent += 1 }
    while exponent > -300, power(exponent) > largest { exponent -= 1 }
    var breaks: [Double] = []
    while breaks.count < count, exponent > -300 {
      for digit in [5.0, 3, 2, 1] where breaks.count < count {
        let value = exponent < 0 ? digit / power(-exponent) : digit * power(exponent)
        if value < largest { breaks.append(value) }
      }
      exponent -= 1
    }
    return breaks.reversed()
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}
