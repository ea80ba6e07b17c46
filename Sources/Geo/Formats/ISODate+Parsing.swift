extension ISODate {
  /// Reads "2018-11-23", or that with "T08:00", seconds, and "Z" or an offset; nil for other text.
  init?(_ text: String) {
    var text = text
    guard let date = text.withUTF8({ ISODate(bytes: $0) }) else { return nil }
    self = date
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = Scanner(bytes: bytes)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2), (1...12).contains(month),
      (1...ISODate.days(in: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if scanner.isAtEnd { return }
    guard scanner.skip("T") || scanner.skip(" "), let hour = scanner.digits(2),
      scanner.skip(":"), let minute = scanner.digits(2), hour < 24, minute < 60
    else { return nil }
    (self.hour, self.minute) = (hour, minute)
    if scanner.skip(":") {
      guard let second = scanner.seconds(), second < 61 else { return nil }
      self.second = second
    }
    guard let zone = scanner.zone(), scanner.isAtEnd else { return nil }
    self.zone = zone
  }

  private static func days(in month: Int32, of year: Int32) -> Int32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Takes a text apart from left to right.
  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard !isAtEnd, UInt32(bytes[position]) == character.value else { return false }
      position += 1
      return true
    }

    mutating func digit() -> Int32? {
      guard !isAtEnd, (48...57).contains(bytes[position]) else { return nil }
      position += 1
      return Int32(bytes[position - 1]) - 48
    }

    mutating func digits(_ count: Int) -> Int32? {
      var number: Int32 = 0
      for _ in 0..<count {
        guard let digit = digit() else { return nil }
        number = number * 10 + digit
      }
      return number
    }

    mutating func seconds() -> Float? {
      guard let whole = digits(2) else { return nil }
      guard skip(".") else { return Float(whole) }
      var (fraction, unit) = (0.0, 0.1)
      while let digit = digit() {
        fraction += Double(digit) * unit
        unit /= 10
      }
      return Float(Double(whole) + fraction)
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
