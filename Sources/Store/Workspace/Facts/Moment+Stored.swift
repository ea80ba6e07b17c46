internal import CampaignData

extension Moment {
  /// Reads a moment as this program writes it, `2018-12-24T06:00:00+08:00`, at a tenth of the cost
  /// of reading any spelling; other spellings are left to ``Moment/init(_:)``.
  init?(stored text: String) {
    let fixed = text.utf8.withContiguousStorageIfAvailable { Self.readFixed($0) } ?? nil
    guard let moment = fixed ?? Moment(text) else { return nil }
    self = moment
  }

  private static func readFixed(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    guard bytes.count == 25, bytes[19] == UInt8(ascii: "+"), bytes[20] == UInt8(ascii: "0"),
      bytes[21] == UInt8(ascii: "8"), bytes[23] == UInt8(ascii: "0"),
      bytes[24] == UInt8(ascii: "0"), bytes[4] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T")
    else { return nil }
    guard let century = pair(bytes, at: 0), let years = pair(bytes, at: 2),
      let month = pair(bytes, at: 5), let day = pair(bytes, at: 8),
      let hour = pair(bytes, at: 11), let minute = pair(bytes, at: 14),
      let second = pair(bytes, at: 17), hour < 24, minute < 60, second < 60,
      let date = CalendarDate(year: century * 100 + years, month: month, day: day)
    else { return nil }
    return Moment(date, hour: hour, minute: minute, second: second)
  }

  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let tens = Int(bytes[index]) - 48
    let units = Int(bytes[index + 1]) - 48
    guard (0...9).contains(tens), (0...9).contains(units) else { return nil }
    return tens * 10 + units
  }
}
