/// A number with a fixed count of decimals, the same bytes on every machine and in every locale.
///
/// ```swift
/// Decimal.text(116.4, places: 7)  // 116.4000000
/// Decimal.text(-0.00001, places: 2)  // 0.00
/// ```
enum Decimal {
  /// `value` rounded half away from zero to `places` decimals (0 to 9); `null` when not finite.
  static func text(_ value: Double, places: Int) -> String {
    guard let scaled = scaled(value, places: places) else { return "null" }
    let digits = String(scaled.magnitude)
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// `value` as it stands in a file of `places` decimals.
  static func rounded(_ value: Double, places: Int) -> Double {
    guard let scaled = scaled(value, places: places) else { return value }
    return Double(scaled) / power(places)
  }

  private static func scaled(_ value: Double, places: Int) -> Int64? {
    Int64(exactly: (value * power(places)).rounded())
  }

  private static func power(_ places: Int) -> Double {
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    return power
  }
}
