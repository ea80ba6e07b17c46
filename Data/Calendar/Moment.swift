/// A point in time to the second, shown and read in China Standard Time (+08:00).
///
/// ```swift
/// Moment("2018/12/24 6:00")?.description  // 2018-12-24T06:00:00+08:00
/// ```
public struct Moment: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSince1970: Int64

  /// China Standard Time lies eight hours ahead of UTC, without summer time since 1991.
  static let chinaOffset: Int64 = 8 * 3600

  /// The moment `secondsSince1970` seconds after 1970-01-01T00:00:00Z.
  public init(secondsSince1970: Int64) {
    self.secondsSince1970 = secondsSince1970
  }

  /// A time of a day in China Standard Time; hours, minutes and seconds may run over.
  public init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    secondsSince1970 =
      Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
      - Self.chinaOffset
  }

  /// A moment as files write it, nil when the text is something else or there is no such time.
  ///
  /// Read is every day that ``CalendarDate`` reads, then nothing (which means 00:00) or a time:
  /// `2018-12-24T06:00:00Z`, `2018-12-24 06:00`, `2018/12/24 6:05:30.25+0800`,
  /// `2018年12月24日6时5分`, `20181224060500`. Without an offset the time is China's; fractions of a
  /// second are dropped.
  public init?(_ text: String) {
    guard let written = WrittenMoment(text) else { return nil }
    let offset = written.offset.map(Int64.init) ?? Self.chinaOffset
    secondsSince1970 =
      Int64(written.date.daysSince1970) * 86_400 + Int64(written.secondOfDay) - offset
  }

  /// A moment as files write it, with an offset from UTC in the text, or else the one given; nil
  /// where there is neither.
  ///
  /// - Parameters:
  ///   - text: As for ``init(_:)-(String)``.
  ///   - zone: Seconds ahead of UTC that texts without an offset mean; nil if nobody said.
  public init?(_ text: String, zone: Int?) {
    guard let written = WrittenMoment(text), let offset = written.offset ?? zone else { return nil }
    secondsSince1970 =
      Int64(written.date.daysSince1970) * 86_400 + Int64(written.secondOfDay) - Int64(offset)
  }

  /// The day in China Standard Time.
  public var date: CalendarDate {
    CalendarDate(daysSince1970: Int((localSeconds - Int64(secondOfDay)) / 86_400))
  }

  /// Seconds since midnight in China Standard Time, 0..<86400.
  public var secondOfDay: Int {
    let rest = localSeconds % 86_400
    return Int(rest < 0 ? rest + 86_400 : rest)
  }

  private var localSeconds: Int64 { secondsSince1970 + Self.chinaOffset }

  /// The moment `seconds` later, earlier when negative.
  public func adding(seconds: Int) -> Moment {
    Moment(secondsSince1970: secondsSince1970 + Int64(seconds))
  }

  /// How many seconds `later` lies after `earlier`.
  public static func - (later: Moment, earlier: Moment) -> Int {
    Int(later.secondsSince1970 - earlier.secondsSince1970)
  }

  /// Whether `lhs` is the earlier moment.
  public static func < (lhs: Moment, rhs: Moment) -> Bool {
    lhs.secondsSince1970 < rhs.secondsSince1970
  }
}

extension Moment: CustomStringConvertible {
  /// The moment in ISO 8601 and China Standard Time, as in `2018-12-24T06:00:00+08:00`.
  public var description: String {
    let second = secondOfDay
    return String(unsafeUninitializedCapacity: 25) { buffer in
      date.write(to: buffer)
      buffer[10] = UInt8(ascii: "T")
      writeDigits(second / 3600, to: buffer, at: 11)
      buffer[13] = UInt8(ascii: ":")
      writeDigits(second / 60 % 60, to: buffer, at: 14)
      buffer[16] = UInt8(ascii: ":")
      writeDigits(second % 60, to: buffer, at: 17)
      for (index, byte) in "+08:00".utf8.enumerated() { buffer[19 + index] = byte }
      return 25
    }
  }
}
