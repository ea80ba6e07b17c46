/// A value of a table of a report.
public enum ReportCell: Sendable, Hashable {
  /// Nothing.
  case none
  /// Words.
  case text(ReportPhrase)
  /// A whole number.
  case count(Int)
  /// A number, shown with so many decimals; not a number counts as nothing.
  case decimal(Double, places: Int)

  /// As people read it.
  public func text(_ language: Language) -> String {
    switch self {
    case .none: ""
    case .text(let phrase): phrase.text(language)
    case .count(let number): Self.grouped(number)
    case .decimal(let number, let places):
      number.isFinite ? Decimal.text(number, places: places) : ""
    }
  }

  /// As programs read it: no marks between thousands, three decimals more.
  public func plain(_ language: Language) -> String {
    switch self {
    case .count(let number): String(number)
    case .decimal(let number, let places):
      number.isFinite ? Decimal.text(number, places: places + 3) : ""
    default: text(language)
    }
  }

  /// A whole number with its thousands apart.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.append(String(digits.suffix(3)))
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "-" : "") + ([digits] + groups.reversed()).joined(separator: ",")
  }
}
