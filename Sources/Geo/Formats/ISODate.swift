import CGDAL

/// Dates and times as GDAL keeps them, and as ISO 8601 text.
struct ISODate: Hashable {
  var year: Int32 = 0
  var month: Int32 = 0
  var day: Int32 = 0
  var hour: Int32 = 0
  var minute: Int32 = 0
  var second: Float = 0
  /// GDAL's sign of the zone: 0 unknown, 1 local, 100 UTC, and a step for every quarter hour.
  var zone: Int32 = 0

  /// "2018-11-23".
  var date: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// "2018-11-23T08:00:00", with milliseconds if there are any, and the zone if it is known.
  var dateTime: String {
    let milliseconds = Int32((second * 1000).rounded())
    var text = "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(milliseconds / 1000, 2))"
    if milliseconds % 1000 != 0 { text += ".\(padded(milliseconds % 1000, 3))" }
    return text + zoneText
  }

  private var zoneText: String {
    if zone == 100 { return "Z" }
    guard zone > 1 else { return "" }
    let minutes = (zone - 100) * 15
    let sign = minutes < 0 ? "-" : "+"
    return "\(sign)\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
  }

  private func padded(_ number: Int32, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension ISODate {
  /// The date in a field of a feature that has one.
  init(_ feature: OGRFeatureH, _ field: Int32) {
    _ = OGR_F_GetFieldAsDateTimeEx(
      feature, field, &year, &month, &day, &hour, &minute, &second, &zone)
  }

  /// Reads "2018-11-23", or that with "T08:00", seconds, and "Z" or an offset; nil for other text.
  init?(_ text: String) {
    var scanner = Scanner(text)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if scanner.isAtEnd { return }
    guard scanner.skip("T") || scanner.skip(" "), let hour = scanner.digits(2),
      scanner.skip(":"), let minute = scanner.digits(2), hour <= 24, minute < 60
    else { return nil }
    (self.hour, self.minute) = (hour, minute)
    if scanner.skip(":") {
      guard let second = scanner.seconds(), second < 61 else { return nil }
      self.second = second
    }
    guard let zone = scanner.zone(), scanner.isAtEnd else { return nil }
    self.zone = zone
  }

  /// Puts the date into a field of a feature.
  func store(in feature: OGRFeatureH, _ field: Int32) {
    OGR_F_SetFieldDateTimeEx(feature, field, year, month, day, hour, minute, second, zone)
  }

  /// Takes a text apart from left to right.
  private struct Scanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard rest.first.map(Unicode.Scalar.init) == character else { return false }
      rest.removeFirst()
      return true
    }

    mutating func digits(_ count: Int) -> Int32? {
      guard rest.count >= count, let number = Int32(Substring(rest.prefix(count))),
        rest.prefix(count).allSatisfy({ $0 >= 48 && $0 <= 57 })
      else { return nil }
      rest.removeFirst(count)
      return number
    }

    mutating func seconds() -> Float? {
      let characters = rest.prefix { ($0 >= 48 && $0 <= 57) || $0 == 46 }
      guard characters.count >= 2, let seconds = Float(Substring(characters)) else { return nil }
      rest.removeFirst(characters.count)
      return seconds
    }

    mutating func zone() -> Int32? {
      if isAtEnd { return 0 }
      if skip("Z") { return 100 }
      let sign: Int32 = skip("-") ? -1 : 1
      guard sign < 0 || skip("+"), let hours = digits(2) else { return nil }
      _ = skip(":")
      guard let minutes = isAtEnd ? 0 : digits(2), hours <= 14, minutes % 15 == 0 else {
        return nil
      }
      return 100 + sign * (hours * 4 + minutes / 15)
    }
  }
}
