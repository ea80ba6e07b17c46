/// What a text says of a day and a time, before anything is assumed of the zone.
struct WrittenMoment {
  private(set) var date: CalendarDate
  private(set) var secondOfDay = 0
  /// Seconds ahead of UTC, nil where the text names no offset.
  private(set) var offset: Int?

  /// Reads the whole text, blanks around it aside; nil when any of it is not a day and a time.
  init?(_ text: String) {
    var scanner = DateScanner(text)
    scanner.skipBlanks()
    guard let date = Self.scanDate(&scanner) else { return nil }
    self.date = date
    let blanks = scanner.skipBlanks()
    guard !scanner.isAtEnd else { return }
    let marked = scanner.skip("T") || scanner.skip("t")
    // Without a mark in between, only 20181224060500 and 2018年12月24日6时 can be told apart.
    guard marked || blanks || scanner.previousWasFixedWidth || scanner.previousWas("日") else {
      return nil
    }
    guard let time = Self.scanTime(&scanner) else { return nil }
    secondOfDay = time
    scanner.skipBlanks()
    guard !scanner.isAtEnd else { return }
    guard let offset = Self.scanOffset(&scanner) else { return nil }
    self.offset = offset
    scanner.skipBlanks()
    guard scanner.isAtEnd else { return nil }
  }

  private static func scanDate(_ scanner: inout DateScanner) -> CalendarDate? {
    guard let year = scanner.number(digits: 4) else { return nil }
    let month: Int?
    let day: Int?
    if scanner.skip("年") {
      month = scanner.number(upTo: 2)
      guard scanner.skip("月") else { return nil }
      day = scanner.number(upTo: 2)
      guard scanner.skip("日") else { return nil }
    } else if let separator = ["-", "/", "."].first(where: { scanner.skip($0) }) {
      month = scanner.number(upTo: 2)
      guard scanner.skip(separator) else { return nil }
      day = scanner.number(upTo: 2)
    } else {
      month = scanner.number(digits: 2)
      day = scanner.number(digits: 2)
      scanner.previousWasFixedWidth = true
    }
    guard let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func scanTime(_ scanner: inout DateScanner) -> Int? {
    guard let hour = scanner.number(upTo: 2), hour < 24 else { return nil }
    let separated = scanner.skip(":") || scanner.skip("：")
    guard separated || scanner.skip("时") || scanner.skip("点") || scanner.previousWasFixedWidth
    else { return nil }
    if !separated, scanner.isAtEnd { return hour * 3600 }
    guard let minute = scanner.number(upTo: 2), minute < 60 else { return nil }
    let more = scanner.skip(":") || scanner.skip("：")
    let named = scanner.skip("分")
    var second = 0
    if let value = scanner.number(upTo: 2) {
      guard more || named || scanner.previousWasFixedWidth, value < 60 else { return nil }
      second = value
      _ = scanner.skip("秒")
      if scanner.skip(".") {
        guard scanner.number(upTo: 9) != nil else { return nil }
      }
    } else if more {
      return nil
    }
    return hour * 3600 + minute * 60 + second
  }

  private static func scanOffset(_ scanner: inout DateScanner) -> Int? {
    if scanner.skip("Z") || scanner.skip("z") { return 0 }
    let sign: Int
    if scanner.skip("+") {
      sign = 1
    } else if scanner.skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = scanner.number(digits: 2), hours <= 14 else { return nil }
    let separated = scanner.skip(":")
    guard let minutes = scanner.number(digits: 2) else {
      return separated ? nil : sign * hours * 3600
    }
    return minutes < 60 ? sign * (hours * 3600 + minutes * 60) : nil
  }
}
