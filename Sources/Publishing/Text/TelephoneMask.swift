import CampaignData

/// Hides telephone numbers in a text of one field, wherever they stand in it, and whatever else has as
/// many digits.
///
/// Whole documents hold identifiers of many digits; there ``MaskedText`` hides what has the form of a
/// number of a person.
public enum TelephoneMask {
  /// What stands for words that are not shown.
  public static let withheld = "***"

  /// The same text in which every run of seven or more digits is masked, but for its first three.
  ///
  /// A run may be broken by single blanks, hyphens, dots and brackets, as in `0371-6789 0123`, and
  /// written in full-width digits. A day such as 2018-12-24 is none. Longer ones are masked too:
  /// identity cards have eighteen.
  public static func masked(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var masked = String.UnicodeScalarView()
    var start = 0
    while start < scalars.count {
      if let day = dayEnd(scalars, from: start) {
        masked.append(contentsOf: scalars[start..<day])
        start = day
        continue
      }
      let end = isDigit(scalars[start]) ? runEnd(scalars, from: start) : start + 1
      let digits = scalars[start..<end].count(where: isDigit)
      var seen = 0
      for scalar in scalars[start..<end] {
        if isDigit(scalar) { seen += 1 }
        masked.append(digits >= shortest && isDigit(scalar) && seen > 3 ? "*" : scalar)
      }
      start = end
    }
    return String(masked)
  }

  /// Local numbers have seven or eight digits, mobile ones eleven.
  private static let shortest = 7

  private static func runEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    var gap = 0
    for position in start..<scalars.count {
      if isDigit(scalars[position]) {
        end = position + 1
        gap = 0
      } else if isJoint(scalars[position]), gap < 2 {
        gap += 1
      } else {
        break
      }
    }
    return end
  }

  /// Where a day such as 2018-12-24 ends; nil if none begins here.
  private static func dayEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    let end = start + 10
    guard end <= scalars.count, end == scalars.count || !isDigit(scalars[end]),
      start == 0 || !isDigit(scalars[start - 1])
    else { return nil }
    let text = String(String.UnicodeScalarView(scalars[start..<end]))
    guard text.hasPrefix("19") || text.hasPrefix("20") else { return nil }
    return CalendarDate(text) == nil ? nil : end
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
      || scalar.properties.generalCategory == .decimalNumber
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    " -.()+/\u{A0}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{FF0D}\u{FF08}\u{FF09}\u{3000}"
      .unicodeScalars.contains(scalar)
  }
}
