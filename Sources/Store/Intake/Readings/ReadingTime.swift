internal import CampaignData
internal import Glibc

/// Reads the times of readings: most are of one form, and of the same day as the one before.
struct ReadingTime {
  private let zone: Int?
  private var day: (head: UInt64, tail: UInt16) = (0, 0)
  private var dayStart: Int64 = 0

  init(zone: Int?) { self.zone = zone }

  /// What a text says.
  enum Outcome {
    /// Seconds since 1970, UTC.
    case seconds(Int64)
    /// Nothing there.
    case empty
    /// A time of nobody knows where.
    case withoutZone
    /// No time.
    case none
  }

  /// Reads `2018-11-30T06:00:00+08:00`, its seconds or offset left out, a blank for the T, Z; ten
  /// digits of seconds since 1970; and by a slower way all that other commands read.
  @inline(__always)
  mutating func read(_ at: UnsafePointer<UInt8>, _ count: Int) -> Outcome {
    if count >= 16, at[13] == 58, at[4] == 45, at[7] == 45, at[10] == 84 || at[10] == 32 {
      let raw = UnsafeRawPointer(at)
      let head = raw.loadUnaligned(as: UInt64.self)
      let tail = raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
      if head == day.head && tail == day.tail || learn(at, head, tail),
        let time = clock(at + 11, count - 11)
      {
        return time
      }
    }
    return slowly(at, count)
  }

  /// The time of day and the offset behind it; nil where the usual form ends.
  @inline(__always)
  private func clock(_ at: UnsafePointer<UInt8>, _ count: Int) -> Outcome? {
    guard let hour = Self.two(at), let minute = Self.two(at + 3), hour < 24, minute < 60 else {
      return nil
    }
    var seconds = Int64(hour * 3600 + minute * 60)
    var place = 5
    if count > 7, at[5] == 58 {
      guard let second = Self.two(at + 6), second < 60 else { return nil }
      seconds += Int64(second)
      place = 8
    }
    if place == count {
      guard let zone else { return .withoutZone }
      return .seconds(dayStart + seconds - Int64(zone))
    }
    if at[place] == 90, place + 1 == count { return .seconds(dayStart + seconds) }
    guard at[place] == 43 || at[place] == 45, let hours = Self.two(at + place + 1), hours <= 14
    else { return nil }
    let colon = count > place + 3 && at[place + 3] == 58 ? 1 : 0
    guard place + 5 + colon == count, let minutes = Self.two(at + place + 3 + colon), minutes < 60
    else { return nil }
    let offset = Int64(hours * 3600 + minutes * 60)
    return .seconds(dayStart + seconds - (at[place] == 43 ? offset : -offset))
  }

  @inline(__always)
  private static func two(_ at: UnsafePointer<UInt8>) -> Int? {
    let (tens, units) = (at[0] &- 48, at[1] &- 48)
    guard tens < 10, units < 10 else { return nil }
    return Int(tens) * 10 + Int(units)
  }

  /// Notes another day; false where there is no such day.
  private mutating func learn(
    _ at: UnsafePointer<UInt8>, _ head: UInt64, _ tail: UInt16
  ) -> Bool {
    guard let century = Self.two(at), let year = Self.two(at + 2), let month = Self.two(at + 5),
      let day = Self.two(at + 8),
      let date = CalendarDate(year: century * 100 + year, month: month, day: day)
    else { return false }
    self.day = (head, tail)
    dayStart = Int64(date.daysSince1970) * 86_400
    return true
  }

  @inline(never)
  private func slowly(_ at: UnsafePointer<UInt8>, _ count: Int) -> Outcome {
    let bytes = UnsafeBufferPointer(start: at, count: count)
    if bytes.isEmpty { return .empty }
    if (9...10).contains(count), bytes.allSatisfy({ 48...57 ~= $0 }),
      let seconds = Int64(String(decoding: bytes, as: UTF8.self))
    {
      return .seconds(seconds)
    }
    let text = PlainText.trimmed(String(decoding: bytes, as: UTF8.self))
    if text.isEmpty { return .empty }
    if let moment = Moment(text, zone: zone) { return .seconds(moment.secondsSince1970) }
    return Moment(text) == nil ? .none : .withoutZone
  }
}
